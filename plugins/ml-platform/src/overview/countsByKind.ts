import {
  HEALTH_STATUSES,
  type HealthStatus,
  type InventoryKind,
  type InventoryOverview,
} from '@ml-platform/plugin-ml-platform-common';

/** The kinds that the overview counts, in its order. */
const KINDS: readonly InventoryKind[] = [
  'eks-cluster',
  'node-group',
  'node',
  'gpu-pool',
  'ray-cluster',
  'ray-job',
  'ray-service',
  'sagemaker-endpoint',
];

/** How many of a kind have each status, the worst first. */
export interface KindCounts {
  kind: InventoryKind;
  total: number;
  counts: { status: HealthStatus; count: number }[];
}

/** Kinds that nothing is known of are left out. */
export function countsByKind(
  counts: InventoryOverview['counts'],
): KindCounts[] {
  return KINDS.flatMap(kind => {
    const ofKind = [...HEALTH_STATUSES].reverse().flatMap(status => {
      const count = counts
        .filter(one => one.kind === kind && one.status === status)
        .reduce((sum, one) => sum + one.count, 0);
      return count > 0 ? [{ status, count }] : [];
    });
    const total = ofKind.reduce((sum, { count }) => sum + count, 0);
    return total > 0 ? [{ kind, total, counts: ofKind }] : [];
  });
}
