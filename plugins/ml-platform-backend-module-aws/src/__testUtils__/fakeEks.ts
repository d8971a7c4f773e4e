import { FakeAws, FakeAwsError } from './FakeAws';

/** EKS's description of a cluster, as it comes over HTTP: times are seconds. */
export interface FakeCluster {
  description: Record<string, any>;
  nodeGroups: Record<string, Record<string, any>>;
  addons: Record<string, Record<string, any>>;
  insights: Record<string, any>[];
  updates: Record<string, Record<string, any>>;
}

/** Some clusters of an account, which tests change as they like. */
export type FakeClusters = Record<string, FakeCluster>;

/** The ARN of a cluster here. */
export function arnOf(name: string): string {
  return `arn:aws:eks:eu-west-2:111122223333:cluster/${name}`;
}

/** A cluster with a node group, an add-on and an insight. */
export function fakeCluster(
  name: string,
  changed: Record<string, unknown> = {},
): FakeCluster {
  return {
    description: {
      name,
      arn: arnOf(name),
      status: 'ACTIVE',
      version: '1.34',
      tags: { team: 'ml-research' },
      ...changed,
    },
    nodeGroups: {
      gpu: {
        nodegroupName: 'gpu',
        nodegroupArn: `${arnOf(name)}/nodegroup/gpu`,
        status: 'ACTIVE',
      },
    },
    addons: {
      'vpc-cni': {
        addonName: 'vpc-cni',
        addonArn: `${arnOf(name)}/addon/vpc-cni`,
        addonVersion: 'v1.18.0-eksbuild.1',
        status: 'ACTIVE',
      },
    },
    insights: [
      {
        id: 'i-1',
        name: 'Deprecated APIs',
        category: 'UPGRADE_READINESS',
        insightStatus: { status: 'ERROR', reason: 'used' },
      },
    ],
    updates: {},
  };
}

/** Has a fake AWS serve clusters; lists come in pages of two. */
export function serveEks(aws: FakeAws, clusters: FakeClusters): void {
  const clusterOf = (name: string) => {
    const found = clusters[name];
    if (!found) {
      throw new FakeAwsError(
        'ResourceNotFoundException',
        `No cluster found for name: ${name}.`,
        404,
      );
    }
    return found;
  };
  const partOf = (part: Record<string, any> | undefined, name: string) => {
    if (!part) {
      throw new FakeAwsError('ResourceNotFoundException', `No ${name}`, 404);
    }
    return part;
  };
  Object.assign(aws.operations, {
    ListClusters: (input: any) =>
      pageOf('clusters', Object.keys(clusters), input),
    DescribeCluster: ({ name }: any) => ({
      cluster: clusterOf(name).description,
    }),
    ListNodegroups: (input: any) =>
      pageOf(
        'nodegroups',
        Object.keys(clusterOf(input.cluster).nodeGroups),
        input,
      ),
    DescribeNodegroup: ({ cluster, name }: any) => ({
      nodegroup: partOf(clusterOf(cluster).nodeGroups[name], name),
    }),
    ListAddons: (input: any) =>
      pageOf('addons', Object.keys(clusterOf(input.cluster).addons), input),
    DescribeAddon: ({ cluster, name }: any) => ({
      addon: partOf(clusterOf(cluster).addons[name], name),
    }),
    DescribeAddonVersions: ({ kubernetesVersion }: any) => ({
      addons: [
        {
          addonName: 'vpc-cni',
          addonVersions: ['v1.18.0-eksbuild.1', 'v1.20.1-eksbuild.3'].map(
            (addonVersion, index) => ({
              addonVersion,
              compatibilities: [
                {
                  clusterVersion: kubernetesVersion,
                  defaultVersion: index === 0,
                },
              ],
            }),
          ),
        },
      ],
    }),
    ListInsights: ({ cluster }: any) => ({
      insights: clusterOf(cluster).insights,
    }),
    DescribeInsight: ({ cluster, id }: any) => ({
      insight: {
        ...partOf(
          clusterOf(cluster).insights.find(insight => insight.id === id),
          id,
        ),
        recommendation: 'Use the API that replaces it.',
      },
    }),
    ListUpdates: ({ cluster, nodegroupName, ...input }: any) =>
      pageOf(
        'updateIds',
        Object.entries(clusterOf(cluster).updates)
          .filter(([, update]) => update.of === nodegroupName)
          .map(([id]) => id),
        input,
      ),
    DescribeUpdate: ({ cluster, id }: any) => ({
      update: partOf(clusterOf(cluster).updates[id], id),
    }),
    DescribeClusterVersions: () => ({
      clusterVersions: [
        {
          clusterVersion: '1.34',
          endOfStandardSupportDate: Date.UTC(2026, 11, 2) / 1000,
          endOfExtendedSupportDate: Date.UTC(2027, 11, 2) / 1000,
        },
        {
          clusterVersion: '1.36',
          endOfStandardSupportDate: Date.UTC(2027, 6, 1) / 1000,
          endOfExtendedSupportDate: Date.UTC(2028, 6, 1) / 1000,
        },
      ],
    }),
  });
}

function pageOf(key: string, all: string[], { nextToken = '0' }: any) {
  const at = Number(nextToken);
  return {
    [key]: all.slice(at, at + 2),
    ...(at + 2 < all.length ? { nextToken: String(at + 2) } : {}),
  };
}
