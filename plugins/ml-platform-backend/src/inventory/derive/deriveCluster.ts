import {
  GpuPool,
  Health,
  HealthLimits,
  InventoryItem,
  InventorySource,
  NodeGroup,
  VersionCatalog,
  buildGpuPools,
  eksClusterHealth,
  fitsPool,
  gpuPoolHealth,
  healthOf,
  minutesSince,
  nodeGroupHealth,
  nodeHealth,
} from '@ml-platform/plugin-ml-platform-common';
import { CollectedItem } from '@ml-platform/plugin-ml-platform-node';
import { DerivedChange } from '../store';
import { isReady, summarizeCluster } from './summarizeCluster';

/** What is known of a cluster, from all sources. */
export interface ClusterState {
  cluster?: InventoryItem<'eks-cluster'>;
  nodeGroups: InventoryItem<'node-group'>[];
  addons: InventoryItem<'addon'>[];
  insights: InventoryItem<'upgrade-insight'>[];
  nodes: InventoryItem<'node'>[];
  pods: InventoryItem<'pod'>[];
  /** The source of its Kubernetes API, when it is asked. */
  kubernetes?: InventorySource;
  /** Versions of Kubernetes; the table that is shipped, when left out. */
  versions?: VersionCatalog;
}

/** What follows from a cluster's state. */
export interface DerivedCluster {
  changes: DerivedChange[];
  pools: { item: CollectedItem<'gpu-pool'>; health: Health }[];
}

/**
 * Health that follows from more than one thing: node groups count their nodes,
 * pools are made of nodes and groups, and the cluster inherits.
 */
export function deriveCluster(
  clusterArn: string,
  state: ClusterState,
  now: string,
  limits: HealthLimits,
): DerivedCluster {
  const nodes = state.nodes.map(item => ({
    item,
    health: nodeHealth(item.facts, now, limits),
  }));
  const asked = state.kubernetes?.lastSuccessAt !== undefined;
  const groups = state.nodeGroups.map(item => {
    const facts = asked ? withNodes(item.facts, state.nodes, now) : item.facts;
    return { item, facts, health: nodeGroupHealth(facts, now, limits) };
  });
  const answers = reachable(state.kubernetes, now, limits);
  const changes: DerivedCluster['changes'] = [
    ...nodes,
    ...groups.map(({ item, facts, health }) => ({
      item,
      health:
        answers?.ok === false ? withUnknownNodes(health, item.name) : health,
      facts: { nodes: facts.nodes },
    })),
  ];
  if (state.cluster) {
    changes.push({
      item: state.cluster,
      health: eksClusterHealth(
        state.cluster.facts,
        {
          nodeGroups: groups.map(({ item, health }) => ({
            name: item.name,
            health,
          })),
          addons: state.addons.map(({ name, health }) => ({ name, health })),
          insights: state.insights.map(({ facts }) => facts),
          updates: state.cluster.facts.updates,
          reachable: answers,
        },
        { now, limits, versions: state.versions },
      ),
      facts: { summary: summarizeCluster(state, asked) },
    });
  }
  return { changes, pools: derivePools(clusterArn, state, now, limits) };
}

/** EKS may call a group active whose nodes nobody can see. */
function withUnknownNodes(health: Health, name: string): Health {
  return healthOf(
    [
      ...health.causes,
      {
        code: 'nodes-unknown',
        status: 'unknown',
        message:
          'Its nodes are as they were last seen: the Kubernetes API does not answer.',
        resource: { kind: 'node-group', name },
        inherited: true,
      },
    ],
    health.status,
  );
}

/** A group with the count of its nodes; managed ones are told by their label. */
function withNodes(
  group: NodeGroup,
  nodes: InventoryItem<'node'>[],
  now: string,
): NodeGroup {
  const own = nodes.filter(({ facts }) => facts.origin.group === group.name);
  const ready = own.filter(({ facts }) => isReady(facts)).length;
  return {
    ...group,
    nodes: {
      present: own.length,
      ready,
      ...(ready < (group.desiredSize ?? 0)
        ? { missingSince: group.nodes?.missingSince ?? now }
        : {}),
    },
  };
}

function derivePools(
  clusterArn: string,
  state: ClusterState,
  now: string,
  limits: HealthLimits,
): DerivedCluster['pools'] {
  const pods = new Map<string, InventoryItem<'pod'>[]>();
  for (const pod of state.pods) {
    const { node } = pod.facts;
    if (node) {
      pods.set(node, [...(pods.get(node) ?? []), pod]);
    }
  }
  const pools = buildGpuPools(
    clusterArn,
    state.nodes.map(({ facts }) => ({
      node: facts,
      pods: (pods.get(facts.name) ?? []).map(pod => pod.facts),
      podsUnknown: facts.podsUnknown,
    })),
    state.nodeGroups.map(({ facts }) => facts),
  );
  const waiting = state.pods.flatMap(({ facts }) => facts.pending ?? []);
  return pools.map(pool => ({
    item: poolItem(pool, state),
    health: gpuPoolHealth(
      pool,
      waiting.filter(pod => fitsPool(pod, pool)),
      now,
      limits,
    ),
  }));
}

function poolItem(
  pool: GpuPool,
  { cluster, nodeGroups }: ClusterState,
): CollectedItem<'gpu-pool'> {
  const about = cluster ?? nodeGroups[0];
  return {
    kind: 'gpu-pool',
    id: [
      pool.clusterArn,
      pool.nodeGroup ?? '',
      pool.product ?? '',
      pool.resource,
      pool.sharing,
    ].join('/'),
    name: pool.nodeGroup ?? pool.product ?? pool.resource,
    clusterArn: pool.clusterArn,
    ...(about?.accountId ? { accountId: about.accountId } : {}),
    ...(about?.region ? { region: about.region } : {}),
    ...(cluster ? { clusterName: cluster.name } : {}),
    facts: pool,
  };
}

/** Whether the Kubernetes API answered lately; undefined when nobody asks it. */
function reachable(
  source: InventorySource | undefined,
  now: string,
  limits: HealthLimits,
): { ok: boolean; since?: string; problem?: string; fix?: string } | undefined {
  if (!source?.lastAttemptAt) {
    return undefined;
  }
  const age = minutesSince(source.lastSuccessAt, now);
  const stale =
    age === undefined ||
    age * 60 > source.intervalSeconds * limits.staleIntervals;
  const { problem } = source;
  return problem && stale
    ? {
        ok: false,
        problem: problem.message,
        ...(problem.since ? { since: problem.since } : {}),
        ...(problem.fix ? { fix: problem.fix } : {}),
      }
    : { ok: true };
}
