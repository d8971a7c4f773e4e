import { useApi } from '@backstage/frontend-plugin-api';
import type { DeclaredThing } from '@ml-platform/plugin-ml-platform-common';
import useAsync from 'react-use/esm/useAsync';
import { mlPlatformApiRef } from '../api';
import { declaredOf } from '../clusters/codeOf';

/**
 * Finds the declared thing that a cluster is, by its name; undefined where no
 * repository declares it, or none that the person may read.
 */
export function useDeclaredClusters(): (
  clusterName?: string,
) => DeclaredThing | undefined {
  const api = useApi(mlPlatformApiRef);
  const { value } = useAsync(
    () => api.listDeclared({ kind: 'cluster', limit: 200 }),
    [api],
  );
  return name => (name && value ? declaredOf(name, value.items) : undefined);
}
