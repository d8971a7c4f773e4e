import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import type {
  InventoryKind,
  InventoryOverview,
} from '@ml-platform/plugin-ml-platform-common';
import useAsync from 'react-use/esm/useAsync';
import { useLive, type Live } from '../live';

const KINDS: readonly InventoryKind[] = [
  'eks-cluster',
  'node-group',
  'gpu-pool',
  'ray-cluster',
  'ray-job',
  'ray-service',
  'sagemaker-endpoint',
];

/** How all is that the signed-in person and their groups own. */
export function useOwned(): Live<InventoryOverview> {
  const identity = useApi(identityApiRef);
  const { value, error, loading } = useAsync(
    () => identity.getBackstageIdentity(),
    [identity],
  );
  const owner = value?.ownershipEntityRefs;
  const live = useLive(
    owner && ['overview', 'owned', ...owner],
    api => api.getOverview({ owner }),
    KINDS,
  );
  return {
    ...live,
    isPending: loading || live.isPending,
    error: error ?? live.error,
  };
}
