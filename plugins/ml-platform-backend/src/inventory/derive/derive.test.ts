import {
  AcceleratorPod,
  InventoryItem,
  InventorySource,
  NodeFacts,
  NodeGroup,
  defaultHealthLimits,
  nodeOrigin,
} from '@ml-platform/plugin-ml-platform-common';
import { CLUSTER, nodeGroupItem } from '../__testUtils__/items';
import { deriveCluster } from '.';

const now = '2026-11-21T12:00:00Z';
const long = '2026-11-21T09:00:00Z';
const GPU = 'nvidia.com/gpu';

const common = {
  sourceId: 'eks:1',
  clusterArn: CLUSTER,
  accountId: '111122223333',
  region: 'eu-west-2',
  health: { status: 'healthy' as const, causes: [] },
  observedAt: now,
  changedAt: now,
};

const cluster: InventoryItem<'eks-cluster'> = {
  ...common,
  kind: 'eks-cluster',
  id: CLUSTER,
  name: 'mlops-dev-cluster',
  facts: {
    arn: CLUSTER,
    name: 'mlops-dev-cluster',
    accountId: '111122223333',
    region: 'eu-west-2',
    status: 'ACTIVE',
    publicAccessCidrs: [],
    subnetIds: [],
    logTypes: [],
    issues: [],
    tags: {},
    updates: [],
  },
};

function group(
  name: string,
  changed: Partial<NodeGroup> = {},
): InventoryItem<'node-group'> {
  const { tags: _, ...item } = nodeGroupItem(name, {
    instanceTypes: ['g4dn.xlarge'],
    desiredSize: 1,
    maxSize: 1,
    modifiedAt: long,
    ...changed,
  });
  return { ...common, ...item };
}

function node(name: string, of: string, ready = 'True'): InventoryItem<'node'> {
  const labels = {
    'eks.amazonaws.com/nodegroup': of,
    'nvidia.com/gpu.product': 'Tesla-T4',
  };
  const facts: NodeFacts = {
    name,
    clusterArn: CLUSTER,
    createdAt: long,
    labels,
    taints: [],
    unschedulable: false,
    capacity: { [GPU]: 1 },
    allocatable: { [GPU]: 1 },
    conditions: [{ type: 'Ready', status: ready, lastTransitionTime: long }],
    origin: nodeOrigin(labels),
    accelerators: [],
    requested: {},
    pods: 0,
  };
  return { ...common, kind: 'node', id: `${CLUSTER}/${name}`, name, facts };
}

function pod(
  name: string,
  changed: Partial<AcceleratorPod>,
): InventoryItem<'pod'> {
  return {
    ...common,
    kind: 'pod',
    id: `${CLUSTER}/ray/${name}`,
    name,
    namespace: 'ray',
    facts: {
      clusterArn: CLUSTER,
      namespace: 'ray',
      name,
      uid: name,
      requests: { [GPU]: 1 },
      ...changed,
    },
  };
}

const answering: InventorySource = {
  id: `kubernetes:${CLUSTER}`,
  kind: 'kubernetes',
  title: 'mlops-dev-cluster',
  clusterArn: CLUSTER,
  intervalSeconds: 30,
  lastSuccessAt: '2026-11-21T11:59:50Z',
  lastAttemptAt: '2026-11-21T11:59:50Z',
  partial: [],
  requestsPerMinute: 0,
};
const silent: InventorySource = {
  ...answering,
  lastSuccessAt: long,
  problem: { code: 'timeout', message: 'No answer within 20 s' },
};
const nothing = {
  nodeGroups: [],
  addons: [],
  insights: [],
  nodes: [],
  pods: [],
};

function derive(state: Partial<Parameters<typeof deriveCluster>[1]>) {
  const { changes, pools } = deriveCluster(
    CLUSTER,
    { ...nothing, cluster, ...state },
    now,
    defaultHealthLimits,
  );
  return {
    pools,
    statuses: Object.fromEntries(
      changes.map(({ item, health }) => [item.name, health.status]),
    ),
    causes: changes.find(({ item }) => item.kind === 'eks-cluster')?.health
      .causes,
  };
}

it.each([
  [
    'as many as desired',
    [node('a', 'gpu')],
    answering,
    long,
    'healthy',
    'healthy',
  ],
  [
    'none of one that is desired, as an autoscaler has just said',
    [],
    answering,
    undefined,
    'progressing',
    'healthy',
  ],
  ['none, for long', [], answering, long, 'degraded', 'degraded'],
  [
    'one that is not ready, for long',
    [node('a', 'gpu', 'False')],
    answering,
    long,
    'degraded',
    'degraded',
  ],
  ['not looked at', [], undefined, undefined, 'healthy', 'healthy'],
  [
    'not looked at yet',
    [],
    { ...answering, lastSuccessAt: undefined, lastAttemptAt: undefined },
    undefined,
    'healthy',
    'healthy',
  ],
] as const)(
  'nodes of a group: %s',
  (_case, nodes, kubernetes, missingSince, ofGroup, ofCluster) => {
    const { statuses } = derive({
      nodeGroups: [
        group('gpu', {
          ...(missingSince
            ? { nodes: { present: 0, ready: 0, missingSince } }
            : {}),
        }),
      ],
      nodes: [...nodes],
      kubernetes,
    });

    expect(statuses).toMatchObject({
      gpu: ofGroup,
      'mlops-dev-cluster': ofCluster,
    });
  },
);

it('remembers since when nodes are missing, and forgets it when they came', () => {
  const counted = (
    nodes: InventoryItem<'node'>[],
    before?: NodeGroup['nodes'],
  ) =>
    deriveCluster(
      CLUSTER,
      {
        ...nothing,
        nodeGroups: [group('gpu', before ? { nodes: before } : {})],
        nodes,
        kubernetes: answering,
      },
      now,
      defaultHealthLimits,
    ).changes.find(({ item }) => item.kind === 'node-group')?.facts?.nodes;

  expect(counted([])).toEqual({ present: 0, ready: 0, missingSince: now });
  expect(counted([], { present: 0, ready: 0, missingSince: long })).toEqual({
    present: 0,
    ready: 0,
    missingSince: long,
  });
  expect(
    counted([node('a', 'gpu')], { present: 0, ready: 0, missingSince: long }),
  ).toEqual({ present: 1, ready: 1 });
});

it('does not call a group healthy whose nodes nobody can see', () => {
  const groupHealth = (desiredSize: number) =>
    derive({
      nodeGroups: [group('gpu', { desiredSize })],
      kubernetes: silent,
    }).statuses.gpu;

  expect(groupHealth(1)).toBe('unknown');
  expect(groupHealth(0)).toBe('unknown');
});

it('says that the API server does not answer, once that has lasted', () => {
  expect(derive({ kubernetes: silent })).toMatchObject({
    statuses: { 'mlops-dev-cluster': 'unknown' },
    causes: [{ code: 'kubernetes-unreachable' }],
  });
  expect(
    derive({
      kubernetes: { ...silent, lastSuccessAt: answering.lastSuccessAt },
    }).statuses,
  ).toEqual({ 'mlops-dev-cluster': 'healthy' });
});

it('makes pools of nodes, of what holds them and of who waits', () => {
  const waiting = {
    clusterArn: CLUSTER,
    namespace: 'ray',
    name: 'late',
    createdAt: long,
    requests: { [GPU]: 1 },
  };
  const { pools } = derive({
    nodeGroups: [group('gpu'), group('zero', { desiredSize: 0 })],
    nodes: [node('a', 'gpu')],
    pods: [
      pod('holder', { node: 'a', phase: 'Running' }),
      pod('late', { phase: 'Pending', pending: waiting }),
    ],
    kubernetes: answering,
  });

  expect(
    pools.map(({ item, health }) => [
      item.name,
      item.facts.nodes,
      item.facts.requested,
      item.facts.idle,
      health.status,
      health.causes[0]?.code,
    ]),
  ).toEqual([
    ['gpu', 1, 1, 0, 'degraded', 'demand-pending'],
    ['zero', 0, 0, 0, 'degraded', 'demand-pending'],
  ]);
  expect(pools[0].item).toMatchObject({
    clusterName: 'mlops-dev-cluster',
    accountId: '111122223333',
  });
});

it('knows nodes of a cluster that EKS does not tell of', () => {
  const { statuses, pools } = derive({
    cluster: undefined,
    nodes: [node('a', 'gpu')],
    kubernetes: answering,
  });

  expect(statuses).toEqual({ a: 'healthy' });
  expect(pools).toHaveLength(1);
});
