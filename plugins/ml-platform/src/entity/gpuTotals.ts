import type {
  AcceleratorSharing,
  InventoryItem,
} from '@ml-platform/plugin-ml-platform-common';

/** Pieces of one resource and product in the clusters of an entity. */
export interface GpuTotal {
  resource: string;
  product?: string;
  sharing: AcceleratorSharing;
  instanceTypes: string[];
  nodes: number;
  pools: number;
  capacity: number;
  allocatable: number;
  requested: number;
  idle: number;
  unhealthy: number;
  overcommitted: number;
  podsUnknown?: true;
}

/** Pools summed up by resource and product; pieces of other kinds are never added. */
export function gpuTotals(pools: InventoryItem<'gpu-pool'>[]): GpuTotal[] {
  const totals = new Map<string, GpuTotal>();
  for (const { facts } of pools) {
    const { resource, product, sharing } = facts;
    // Of what no label names, the instance types tell.
    const key = `${resource}/${product ?? facts.instanceTypes}/${sharing}`;
    const before = totals.get(key);
    const sum = (name: 'nodes' | 'capacity' | 'allocatable' | 'requested') =>
      (before?.[name] ?? 0) + facts[name];
    totals.set(key, {
      resource,
      product,
      sharing,
      instanceTypes: [
        ...new Set([...(before?.instanceTypes ?? []), ...facts.instanceTypes]),
      ],
      pools: (before?.pools ?? 0) + 1,
      nodes: sum('nodes'),
      capacity: sum('capacity'),
      allocatable: sum('allocatable'),
      requested: sum('requested'),
      idle: (before?.idle ?? 0) + facts.idle,
      unhealthy: (before?.unhealthy ?? 0) + facts.unhealthy,
      overcommitted: (before?.overcommitted ?? 0) + facts.overcommitted,
      ...(before?.podsUnknown || facts.podsUnknown
        ? { podsUnknown: true }
        : {}),
    });
  }
  return [...totals.values()].sort(
    (one, other) => other.capacity - one.capacity,
  );
}

/** What pods hold or wait for, by resource. */
export function podTotals(
  pods: InventoryItem<'pod'>[],
  isAccelerator: (resource: string) => boolean,
): { resource: string; held: number; waiting: number }[] {
  const totals = new Map<string, { held: number; waiting: number }>();
  for (const { facts } of pods) {
    for (const [resource, count] of Object.entries(facts.requests)) {
      if (isAccelerator(resource)) {
        const total = totals.get(resource) ?? { held: 0, waiting: 0 };
        total[facts.node ? 'held' : 'waiting'] += count;
        totals.set(resource, total);
      }
    }
  }
  return [...totals].map(([resource, total]) => ({ resource, ...total }));
}
