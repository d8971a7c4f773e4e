import {
  GpuPoolDetail,
  InventoryItem,
  PendingDemand,
  PendingDemandPage,
  acceleratorSharing,
  demandRemedies,
  fitsPool,
  isAcceleratorResource,
} from '@ml-platform/plugin-ml-platform-common';
import { ItemQuery } from '../query';
import { notInInventory } from './notInInventory';
import { ReadContext, readAll, readOne, readPage } from './ReadContext';

const ELSEWHERE = 5;

/** Pools with idle pieces, the most first, of which those that fit are named. */
const MOST_ELSEWHERE = 50;

/** Pods that wait for accelerators, those that wait longest first. */
export async function readPendingDemand(
  context: ReadContext,
  query: Omit<ItemQuery<'pod'>, 'kind'>,
): Promise<PendingDemandPage> {
  const { items, total } = await readPage(context, {
    sort: 'created',
    ...query,
    kind: 'pod',
    pending: true,
  });
  return {
    items: await withRemedies(context, items),
    total,
    sources: context.sources.notesOf(items),
  };
}

/**
 * A pool, its nodes, the pods that hold them, and those that wait for its resource.
 *
 * @throws NotFoundError when there is none, or the person may not see it
 */
export async function readGpuPool(
  context: ReadContext,
  poolId: string,
): Promise<GpuPoolDetail> {
  const pool = await readOne(context, 'gpu-pool', poolId);
  if (!pool) {
    throw notInInventory('pool', poolId, '/gpu-pools');
  }
  const of = { clusterArn: [pool.facts.clusterArn] };
  const [allNodes, allPods] = await Promise.all([
    readAll(context, { kind: 'node', accelerators: true, ...of }),
    readAll(context, { kind: 'pod', ...of, limit: 20_000 }),
  ]);
  const nodes = allNodes.filter(({ facts }) => isInPool(facts, pool.facts));
  const names = new Set(nodes.map(({ name }) => name));
  return {
    pool,
    nodes,
    pods: allPods.filter(
      ({ facts }) => facts.node !== undefined && names.has(facts.node),
    ),
    pending: await withRemedies(
      context,
      allPods.filter(
        ({ facts }) => facts.pending && fitsPool(facts.pending, pool.facts),
      ),
    ),
    sources: context.sources.notesOf([pool, ...nodes]),
  };
}

function isInPool(
  node: InventoryItem<'node'>['facts'],
  pool: InventoryItem<'gpu-pool'>['facts'],
): boolean {
  return (
    node.origin.group === pool.nodeGroup &&
    node.accelerators.some(
      ({ resource, sharing }) =>
        resource === pool.resource && sharing === pool.sharing,
    )
  );
}

/** What would help each pod, by the pools of its cluster and of others. */
async function withRemedies(
  context: ReadContext,
  pods: InventoryItem<'pod'>[],
): Promise<PendingDemand[]> {
  if (pods.length === 0) {
    return [];
  }
  const [pools, idle] = await Promise.all([
    readAll(context, {
      kind: 'gpu-pool',
      clusterArn: [...new Set(pods.map(({ facts }) => facts.clusterArn))],
    }),
    readAll(context, {
      kind: 'gpu-pool',
      idle: true,
      variety: [...new Set(pods.map(pod => wantedBy(pod)[0]))],
      sort: 'idle',
      limit: MOST_ELSEWHERE,
    }),
  ]);
  return pods.map(pod => {
    const { clusterArn, pending } = pod.facts;
    const [resource, wanted] = wantedBy(pod);
    const own = pools
      .map(({ facts }) => facts)
      .filter(pool => pool.clusterArn === clusterArn);
    const sharing =
      (
        (pending && own.find(pool => fitsPool(pending, pool))) ??
        own.find(pool => pool.resource === resource)
      )?.sharing ?? acceleratorSharing(resource);
    return {
      pod,
      remedies: pending ? demandRemedies(pending, own, context.now) : [],
      idleElsewhere: idle
        .filter(
          ({ facts }) =>
            facts.clusterArn !== clusterArn &&
            facts.resource === resource &&
            facts.idle >= wanted &&
            // A turn on a shared device is not the device.
            facts.sharing === sharing,
        )
        .slice(0, ELSEWHERE)
        .map(({ facts, clusterName, name }) => ({
          clusterArn: facts.clusterArn,
          ...(clusterName ? { clusterName } : {}),
          pool: name,
          idle: facts.idle,
        })),
    };
  });
}

/** The accelerators that a pod waits for. */
function wantedBy({
  facts: { pending },
}: InventoryItem<'pod'>): [resource: string, amount: number] {
  return (
    Object.entries(pending?.requests ?? {}).find(([name]) =>
      isAcceleratorResource(name),
    ) ?? ['', 0]
  );
}
