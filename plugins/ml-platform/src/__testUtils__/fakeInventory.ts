import type {
  ClusterDetail,
  InventoryApi,
  InventoryFacets,
  InventoryItem,
  InventoryOverview,
  SourceItem,
} from '@ml-platform/plugin-ml-platform-common';

export const CLUSTER_ARN = 'arn:aws:eks:eu-west-2:111122223333:cluster/dev';

export const CLUSTER: InventoryItem<'eks-cluster'> = {
  kind: 'eks-cluster',
  id: CLUSTER_ARN,
  name: 'dev',
  sourceId: 'eks:111122223333:eu-west-2',
  accountId: '111122223333',
  region: 'eu-west-2',
  clusterArn: CLUSTER_ARN,
  clusterName: 'dev',
  owner: 'group:default/ml-platform',
  health: {
    status: 'degraded',
    causes: [
      {
        code: 'AsgInstanceLaunchFailures',
        status: 'degraded',
        message: 'Instances could not be launched.',
        resource: { kind: 'node-group', name: 'gpu' },
        fix: 'Read the activity of the Auto Scaling group.',
        inherited: true,
      },
    ],
  },
  observedAt: '2026-11-21T12:00:00Z',
  changedAt: '2026-11-21T12:00:00Z',
  facts: {
    arn: CLUSTER_ARN,
    name: 'dev',
    accountId: '111122223333',
    region: 'eu-west-2',
    status: 'ACTIVE',
    version: '1.35',
    publicAccessCidrs: [],
    subnetIds: [],
    logTypes: [],
    issues: [],
    tags: { source: 'acme/ml-infra//env/dev/aws/eks' },
    updates: [],
    standardSupportUntil: '2099-01-01',
    summary: {
      nodeGroups: 1,
      desiredNodes: 2,
      nodes: { present: 2, ready: 1 },
      addons: 3,
      addonsOutOfDate: 1,
      insightErrors: 1,
      insightWarnings: 0,
      pendingPods: 1,
    },
  },
};

export const NODE_GROUP: InventoryItem<'node-group'> = {
  ...CLUSTER,
  kind: 'node-group',
  id: 'arn:aws:eks:eu-west-2:111122223333:nodegroup/dev/gpu/1',
  name: 'gpu',
  facts: {
    kind: 'managed',
    name: 'gpu',
    clusterArn: CLUSTER_ARN,
    instanceTypes: ['g5.xlarge'],
    capacityType: 'ON_DEMAND',
    minSize: 0,
    desiredSize: 2,
    maxSize: 4,
    nodes: { present: 2, ready: 1 },
    labels: {},
    taints: [],
    autoScalingGroups: [],
    issues: [],
  },
};

export function clusterDetail(
  overrides?: Partial<ClusterDetail>,
): ClusterDetail {
  return {
    cluster: CLUSTER,
    clusterArn: CLUSTER_ARN,
    nodeGroups: [NODE_GROUP],
    addons: [],
    insights: [],
    gpuPools: [],
    nodes: [],
    nodesTotal: 2,
    sources: [],
    ...overrides,
  };
}

export function overview(
  overrides?: Partial<InventoryOverview>,
): InventoryOverview {
  return {
    counts: [
      { kind: 'eks-cluster', status: 'degraded', count: 1 },
      { kind: 'eks-cluster', status: 'healthy', count: 3 },
    ],
    attention: [CLUSTER],
    worsened: [],
    accelerators: [],
    pending: [],
    sources: { total: 2, fresh: 2, notes: [] },
    ...overrides,
  };
}

export const SOURCE: SourceItem = {
  id: 'eks:111122223333:eu-west-2',
  kind: 'eks',
  title: 'EKS of 111122223333 in eu-west-2',
  accountId: '111122223333',
  region: 'eu-west-2',
  intervalSeconds: 60,
  lastSuccessAt: '2026-11-21T12:00:00Z',
  partial: [],
  requestsPerMinute: 8,
  health: { status: 'healthy', causes: [] },
};

export const FACETS: InventoryFacets = {
  accountIds: ['111122223333', '444455556666'],
  regions: ['eu-west-2'],
  clusters: [{ arn: CLUSTER_ARN, name: 'dev' }],
  namespaces: ['ray'],
  owners: ['group:default/ml-platform', 'user:default/dana', 'a:tag:like/this'],
  varieties: ['1.34', '1.35'],
};

/**
 * An inventory that answers what a test names, and what lists can be narrowed to; what
 * it does not name must not be asked.
 */
export function fakeInventory<Api extends Partial<InventoryApi>>(
  api: Api,
): Api & InventoryApi {
  return { getFacets: async () => FACETS, ...api } as Api & InventoryApi;
}
