import { useApi } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  WORKLOAD_ANNOTATION,
  parseWorkloadAnnotation,
  type DeclaredValues,
  type WorkloadReference,
} from '@ml-platform/plugin-ml-platform-common';
import useSWR from 'swr';
import { mlPlatformApiRef } from '../api';

/** The declared workload that an entity stands for. */
export interface DeclaredWorkloadState {
  /** What the annotation says, if anything. */
  annotation?: string;
  /** Undefined when it says nothing that can be read. */
  reference?: WorkloadReference;
  values?: DeclaredValues;
  error?: unknown;
  retry: () => void;
}

/**
 * Reads how a repository declares the entity's workload. It changes with pull
 * requests alone, so that it is not asked again and again.
 */
export function useDeclaredWorkload(): DeclaredWorkloadState {
  const { entity } = useEntity();
  const api = useApi(mlPlatformApiRef);
  const annotation = entity.metadata.annotations?.[WORKLOAD_ANNOTATION];
  const reference = annotation
    ? parseWorkloadAnnotation(annotation)
    : undefined;
  const { data, error, mutate } = useSWR(
    reference && [api, 'declared-workload', annotation],
    () => api.getDeclared({ kind: 'workload', ...reference! }),
    { revalidateOnFocus: false, shouldRetryOnError: false },
  );
  return {
    annotation,
    reference,
    values: data,
    error,
    retry: () => {
      mutate();
    },
  };
}
