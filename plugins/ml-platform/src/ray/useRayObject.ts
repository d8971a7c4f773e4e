import type {
  InventoryItem,
  InventoryKind,
  SourceNote,
} from '@ml-platform/plugin-ml-platform-common';
import type { InventoryApi } from '@ml-platform/plugin-ml-platform-common';
import { useLive, type Live } from '../live';
import { splitRayId } from './rayWords';

const KINDS: Record<'ray-job' | 'ray-service', readonly InventoryKind[]> = {
  'ray-job': ['ray-job'],
  'ray-service': ['ray-service'],
};

/** A Ray job or service; `item` is undefined where there is none. */
export interface RayObject<Kind extends InventoryKind> {
  item?: InventoryItem<Kind>;
  sources: SourceNote[];
}

/** Finds one by its id: the inventory has lists of them, and no page for each. */
export function useRayObject<Kind extends 'ray-job' | 'ray-service'>(
  kind: Kind,
  id: string,
  list: (
    api: InventoryApi,
    query: {
      clusterArn: string[];
      namespace: string[];
      text: string;
      limit: number;
    },
  ) => Promise<{ items: InventoryItem<Kind>[]; sources: SourceNote[] }>,
): Live<RayObject<Kind>> {
  return useLive(
    [kind, id],
    async api => {
      const { clusterArn, namespace, name } = splitRayId(id);
      const { items, sources } = await list(api, {
        clusterArn: [clusterArn],
        namespace: [namespace],
        text: name,
        limit: 200,
      });
      return { item: items.find(one => one.id === id), sources };
    },
    KINDS[kind],
  );
}
