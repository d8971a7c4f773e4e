import {
  isWorse,
  type HealthStatus,
  type InventoryItem,
} from '@ml-platform/plugin-ml-platform-common';

/**
 * The status that may be told of a thing: what was well when it was last heard of, too
 * long ago, is unknown.
 */
export function knownStatus(
  item: Pick<InventoryItem, 'health' | 'stale'>,
): HealthStatus {
  const { health, stale } = item;
  return stale && isWorse('unknown', health.status) ? 'unknown' : health.status;
}
