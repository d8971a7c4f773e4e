import {
  getCompoundEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import type {
  EntityInventory,
  InventoryKind,
} from '@ml-platform/plugin-ml-platform-common';
import { useLive, type Live } from '../live';

const KINDS: readonly InventoryKind[] = [
  'eks-cluster',
  'gpu-pool',
  'node',
  'pod',
  'ray-cluster',
  'ray-job',
  'ray-service',
  'sagemaker-endpoint',
];

/**
 * What the annotations of the page's entity name. All cards and tabs of an entity
 * share one question.
 */
export function useEntityInventory(): Live<EntityInventory> {
  const { entity } = useEntity();
  return useLive(
    ['entity', stringifyEntityRef(entity)],
    api => api.getEntityInventory(getCompoundEntityRef(entity)),
    KINDS,
  );
}
