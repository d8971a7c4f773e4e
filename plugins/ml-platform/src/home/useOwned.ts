import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import type {
  InventoryItem,
  InventoryKind,
  SourceNote,
} from '@ml-platform/plugin-ml-platform-common';
import useAsync from 'react-use/esm/useAsync';
import { worstFirst } from '../entity/describeThings';
import { useLive, type Live } from '../live';

/** What people own by name; nodes and pools belong to their clusters. */
const KINDS: readonly InventoryKind[] = [
  'eks-cluster',
  'sagemaker-endpoint',
  'ray-cluster',
  'ray-service',
];

/** Of each kind the worst are asked for. */
const LIMIT = 5;

/** What a person and their groups own. */
export interface Owned {
  /** The worst first. */
  items: InventoryItem[];
  total: number;
  /** Owners that were asked for: the person and their groups. */
  owners: string[];
  sources: SourceNote[];
}

/** What the signed-in person and their groups own, as the inventory knows owners. */
export function useOwned(): Live<Owned> {
  const identity = useApi(identityApiRef);
  const person = useAsync(() => identity.getBackstageIdentity(), [identity]);
  const owner = person.value?.ownershipEntityRefs;
  return useLive(
    owner && ['owned', ...owner],
    async api => {
      const query = {
        owner,
        sort: 'status',
        order: 'desc',
        limit: LIMIT,
      } as const;
      const pages = await Promise.all([
        api.listClusters(query),
        api.listEndpoints(query),
        api.listRayClusters(query),
        api.listRayServices(query),
      ]);
      const notes = pages.flatMap(({ sources }) => sources);
      return {
        items: worstFirst(pages.flatMap(({ items }): InventoryItem[] => items)),
        total: pages.reduce((sum, { total }) => sum + total, 0),
        owners: owner!,
        sources: [...new Map(notes.map(note => [note.id, note])).values()],
      };
    },
    KINDS,
  );
}
