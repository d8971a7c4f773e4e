import {
  AcceleratorPod,
  AcceleratorTotal,
  GpuPool,
  InventoryItem,
  InventoryOverview,
  ThingSummary,
  isAcceleratorResource,
} from '@ml-platform/plugin-ml-platform-common';
import { countByStatus, listAttention, listFacts } from '../query';
import { ReadContext } from './ReadContext';
import { readWorsened } from './readHistory';

const ATTENTION = 20;
const DAY_MS = 86_400_000;

/** How everything is that a person may see. */
export async function readOverview(
  context: ReadContext,
  maySeeSources: boolean,
): Promise<InventoryOverview> {
  const { knex, visible, sources, now } = context;
  const since = new Date(Date.parse(now) - DAY_MS).toISOString();
  const [counts, attention, worsened, pools, waiting] = await Promise.all([
    countByStatus(knex, visible),
    listAttention(knex, visible, ATTENTION),
    readWorsened(context, since, ATTENTION),
    listFacts(knex, { kind: 'gpu-pool' }, visible),
    listFacts(knex, { kind: 'pod', pending: true }, visible),
  ]);
  const late = sources.notes.filter(({ id }) => sources.isStale(id));
  const oldest = late
    .flatMap(({ lastSuccessAt }) => lastSuccessAt ?? [])
    .sort()[0];
  return {
    counts,
    attention: attention.map(item => summaryOf(sources.dated(item))),
    worsened,
    accelerators: totalAccelerators(pools),
    pending: totalPending(waiting),
    sources: {
      total: sources.sources.length,
      fresh: sources.sources.length - late.length,
      ...(oldest ? { oldestSuccessAt: oldest } : {}),
      notes: maySeeSources ? sources.notes : [],
    },
  };
}

function summaryOf({
  sourceId: _sourceId,
  changedAt: _changedAt,
  ...summary
}: Omit<InventoryItem, 'facts'>): ThingSummary {
  return summary;
}

/** Adds up pools of the same resource, kind of piece and product. */
export function totalAccelerators(pools: GpuPool[]): AcceleratorTotal[] {
  const totals = new Map<string, AcceleratorTotal>();
  for (const pool of pools) {
    const { resource, sharing, product } = pool;
    const key = [resource, sharing, product].join('|');
    const total = totals.get(key) ?? {
      resource,
      sharing,
      ...(product ? { product } : {}),
      pools: 0,
      nodes: 0,
      capacity: 0,
      allocatable: 0,
      requested: 0,
      idle: 0,
      unhealthy: 0,
    };
    totals.set(key, {
      ...total,
      pools: total.pools + 1,
      nodes: total.nodes + pool.nodes,
      capacity: total.capacity + pool.capacity,
      allocatable: total.allocatable + pool.allocatable,
      requested: total.requested + pool.requested,
      idle: total.idle + pool.idle,
      unhealthy: total.unhealthy + pool.unhealthy,
    });
  }
  return [...totals.values()].sort(
    (one, other) =>
      other.allocatable - one.allocatable ||
      one.resource.localeCompare(other.resource) ||
      (one.product ?? '').localeCompare(other.product ?? ''),
  );
}

function totalPending(pods: AcceleratorPod[]): InventoryOverview['pending'] {
  const totals = new Map<string, { pods: number; pieces: number }>();
  for (const { pending } of pods) {
    const wanted = Object.entries(pending?.requests ?? {}).filter(
      ([resource]) => isAcceleratorResource(resource),
    );
    for (const [resource, pieces] of wanted) {
      const total = totals.get(resource) ?? { pods: 0, pieces: 0 };
      totals.set(resource, {
        pods: total.pods + 1,
        pieces: total.pieces + pieces,
      });
    }
  }
  return [...totals].map(([resource, total]) => ({ resource, ...total }));
}
