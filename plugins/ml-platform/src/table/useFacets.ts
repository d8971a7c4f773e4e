import { useApi } from '@backstage/frontend-plugin-api';
import type {
  InventoryFacets,
  InventoryKind,
} from '@ml-platform/plugin-ml-platform-common';
import useSWR from 'swr';
import { inventoryApiRef } from '../api';

/** Which accounts and owners there are changes seldom. */
const FRESH_MS = 5 * 60_000;

/**
 * The values that lists of a kind can be narrowed to; undefined while they are not
 * known. A list can be read without them, so a failure is not told.
 */
export function useFacets(kind: InventoryKind): InventoryFacets | undefined {
  const api = useApi(inventoryApiRef);
  const { data } = useSWR([api, 'facets', kind], () => api.getFacets(kind), {
    dedupingInterval: FRESH_MS,
    revalidateOnFocus: false,
    shouldRetryOnError: false,
  });
  return data;
}
