import {
  DescribeAddonCommand,
  DescribeClusterCommand,
  DescribeInsightCommand,
  DescribeNodegroupCommand,
  DescribeUpdateCommand,
  ListAddonsCommand,
  ListCapabilitiesCommand,
  ListClustersCommand,
  ListFargateProfilesCommand,
  ListInsightsCommand,
  ListNodegroupsCommand,
  ListTagsForResourceCommand,
  ListUpdatesCommand,
  paginateDescribeAddonVersions,
  paginateDescribeClusterVersions,
  paginateListClusters,
} from '@aws-sdk/client-eks';
import { TestAws, refusalOf, startAws } from './__testUtils__/startAws';

const PROD = { name: 'mlops-prod-cluster' };
const PROD_PART = { clusterName: 'mlops-prod-cluster' };

describe('EKS', () => {
  let aws: TestAws;
  beforeAll(async () => {
    aws = await startAws();
  });
  afterAll(() => aws.close());

  it.each([
    ['111122223333', 'eu-west-2', ['mlops-dev-cluster', 'vision-dev-cluster']],
    ['444455556666', 'eu-west-2', ['mlops-prod-cluster']],
    ['444455556666', 'eu-west-1', ['batch-prod-cluster']],
    ['222233334444', 'eu-central-1', ['bridge-research']],
    ['222233334444', 'us-east-1', []],
  ])('lists the clusters of %s in %s', async (accountId, region, clusters) => {
    const answer = await aws
      .eks({ accountId, region })
      .send(new ListClustersCommand({ include: ['all'] }));
    expect(answer.clusters).toEqual(clusters);
    expect(answer.nextToken).toBeUndefined();
  });

  it('describes a cluster', async () => {
    const { cluster } = await aws.eks().send(new DescribeClusterCommand(PROD));
    expect(cluster).toMatchObject({
      arn: 'arn:aws:eks:eu-west-2:444455556666:cluster/mlops-prod-cluster',
      version: '1.34',
      status: 'UPDATING',
      createdAt: expect.any(Date),
      health: { issues: [] },
      upgradePolicy: { supportType: 'EXTENDED' },
      accessConfig: { authenticationMode: 'API_AND_CONFIG_MAP' },
      tags: { owner: 'ml-platform' },
    });
  });

  it('describes every node group of every cluster', async () => {
    const seen: Record<string, unknown> = {};
    for (const { name, accountId, region } of aws.fleet.clusters) {
      const eks = aws.eks({ accountId, region });
      const { nodegroups = [] } = await eks.send(
        new ListNodegroupsCommand({ clusterName: name }),
      );
      for (const nodegroupName of nodegroups) {
        const { nodegroup } = await eks.send(
          new DescribeNodegroupCommand({ clusterName: name, nodegroupName }),
        );
        seen[`${name}/${nodegroupName}`] = [
          nodegroup?.capacityType,
          nodegroup?.scalingConfig?.minSize,
          nodegroup?.scalingConfig?.desiredSize,
          nodegroup?.scalingConfig?.maxSize,
          nodegroup?.status,
          nodegroup?.health?.issues?.map(({ code }) => code).join(),
        ];
        expect(nodegroup?.createdAt).toBeInstanceOf(Date);
      }
    }
    expect(seen).toMatchObject({
      'mlops-dev-cluster/gpu': ['SPOT', 0, 1, 4, 'ACTIVE', ''],
      'mlops-prod-cluster/gpu': ['ON_DEMAND', 1, 2, 8, 'ACTIVE', ''],
      'batch-prod-cluster/gpu': ['SPOT', 0, 0, 5, 'ACTIVE', ''],
      'bridge-research/gpu-a10g': [
        'ON_DEMAND',
        1,
        3,
        6,
        'DEGRADED',
        'AsgInstanceLaunchFailures',
      ],
      'bridge-research/gpu-mig': ['CAPACITY_BLOCK', 0, 1, 1, 'ACTIVE', ''],
    });
  });

  it('describes add-ons with their issues', async () => {
    const eks = aws.eks({ accountId: '222233334444', region: 'eu-central-1' });
    const clusterName = 'bridge-research';
    const { addons } = await eks.send(new ListAddonsCommand({ clusterName }));
    expect(addons).toEqual([
      'aws-ebs-csi-driver',
      'aws-efs-csi-driver',
      'coredns',
      'eks-node-monitoring-agent',
      'kube-proxy',
      'vpc-cni',
    ]);
    const { addon } = await eks.send(
      new DescribeAddonCommand({
        clusterName,
        addonName: 'aws-efs-csi-driver',
      }),
    );
    expect(addon).toMatchObject({
      status: 'DEGRADED',
      health: { issues: [{ code: 'InsufficientNumberOfReplicas' }] },
    });
  });

  it('lists insights in short and describes them in full', async () => {
    const eks = aws.eks({ region: 'eu-west-1' });
    const clusterName = 'batch-prod-cluster';
    const { insights = [] } = await eks.send(
      new ListInsightsCommand({ clusterName, filter: { statuses: ['ERROR'] } }),
    );
    expect(insights).toHaveLength(1);
    expect(insights[0]).toMatchObject({
      category: 'UPGRADE_READINESS',
      insightStatus: { status: 'ERROR' },
      lastRefreshTime: expect.any(Date),
    });
    expect(insights[0]).not.toHaveProperty('recommendation');
    const { insight } = await eks.send(
      new DescribeInsightCommand({ clusterName, id: insights[0].id }),
    );
    expect(
      insight?.categorySpecificSummary?.deprecationDetails?.[0]
        .clientStats?.[0],
    ).toMatchObject({ numberOfRequestsLast30Days: 4183 });
  });

  it('lists ids of updates, of the cluster or of a node group', async () => {
    const eks = aws.eks();
    const { updateIds = [] } = await eks.send(new ListUpdatesCommand(PROD));
    expect(updateIds).toEqual([expect.stringMatching(/^[0-9a-f-]{36}$/)]);
    const { update } = await eks.send(
      new DescribeUpdateCommand({ ...PROD, updateId: updateIds[0] }),
    );
    expect(update).toMatchObject({
      status: 'InProgress',
      type: 'VersionUpdate',
      createdAt: expect.any(Date),
    });
    const ofGroup = await eks.send(
      new ListUpdatesCommand({ ...PROD, nodegroupName: 'gpu' }),
    );
    expect(ofGroup.updateIds).toHaveLength(1);
    expect(ofGroup.updateIds).not.toEqual(updateIds);
  });

  it('has the support dates of versions, unsupported ones only when asked', async () => {
    const all = async (includeAll: boolean) => {
      const found = [];
      const pages = paginateDescribeClusterVersions(
        { client: aws.eks(), pageSize: 2 },
        { includeAll },
      );
      for await (const page of pages)
        found.push(...(page.clusterVersions ?? []));
      return found;
    };
    const supported = await all(false);
    const every = await all(true);
    expect(supported.map(({ clusterVersion }) => clusterVersion)).toContain(
      '1.35',
    );
    expect(every.map(({ clusterVersion }) => clusterVersion)).toContain('1.29');
    expect(every.length).toBeGreaterThanOrEqual(supported.length);
    expect(every[0]).toMatchObject({
      endOfStandardSupportDate: new Date('2027-03-27T00:00:00Z'),
      endOfExtendedSupportDate: new Date('2028-03-27T00:00:00Z'),
    });
  });

  it('has the versions of add-ons for a version of Kubernetes', async () => {
    const names = [];
    const pages = paginateDescribeAddonVersions(
      { client: aws.eks(), pageSize: 3 },
      { kubernetesVersion: '1.31' },
    );
    for await (const page of pages) {
      for (const addon of page.addons ?? []) {
        names.push(addon.addonName);
        for (const { compatibilities } of addon.addonVersions ?? []) {
          expect(compatibilities).toMatchObject([{ clusterVersion: '1.31' }]);
        }
      }
    }
    expect(names).toContain('vpc-cni');
    expect(new Set(names).size).toBe(names.length);
  });

  it('answers with empty lists for what the fleet has none of', async () => {
    const eks = aws.eks();
    expect(
      await eks.send(new ListFargateProfilesCommand(PROD_PART)),
    ).toMatchObject({ fargateProfileNames: [] });
    expect(
      await eks.send(new ListCapabilitiesCommand(PROD_PART)),
    ).toMatchObject({ capabilities: [] });
  });

  it('tells the tags of a resource', async () => {
    const resourceArn =
      'arn:aws:eks:eu-west-2:444455556666:cluster/mlops-prod-cluster';
    const { tags } = await aws
      .eks()
      .send(new ListTagsForResourceCommand({ resourceArn }));
    expect(tags).toMatchObject({ Project: 'mlops' });
  });

  it.each([
    [
      'a cluster that is elsewhere',
      () =>
        aws.eks({ region: 'us-east-1' }).send(new DescribeClusterCommand(PROD)),
      'No cluster found for name: mlops-prod-cluster.',
    ],
    [
      'a node group that is not there',
      () =>
        aws.eks().send(
          new DescribeNodegroupCommand({
            ...PROD_PART,
            nodegroupName: 'gone',
          }),
        ),
      'No node group found for name: gone.',
    ],
    [
      'an add-on that is not there',
      () =>
        aws
          .eks()
          .send(new DescribeAddonCommand({ ...PROD_PART, addonName: 'adot' })),
      'No addon: adot found in cluster: mlops-prod-cluster',
    ],
  ])('says what is missing: %s', async (_what, call, message) => {
    expect(await refusalOf(call())).toEqual({
      name: 'ResourceNotFoundException',
      message,
      status: 404,
    });
  });

  it('refuses page sizes and tokens that EKS refuses', async () => {
    const eks = aws.eks();
    expect(
      await refusalOf(eks.send(new ListClustersCommand({ maxResults: 101 }))),
    ).toMatchObject({ name: 'InvalidParameterException', status: 400 });
    expect(
      await refusalOf(eks.send(new ListClustersCommand({ nextToken: 'x' }))),
    ).toMatchObject({ name: 'InvalidParameterException', status: 400 });
  });
});

it('gives many clusters in pages', async () => {
  const aws = await startAws({ scale: 9 });
  try {
    const names: string[] = [];
    let pages = 0;
    const client = aws.eks({ accountId: '111122223333' });
    for await (const page of paginateListClusters(
      { client, pageSize: 2 },
      {},
    )) {
      pages += 1;
      names.push(...(page.clusters ?? []));
    }
    expect(pages).toBe(2);
    expect(names).toHaveLength(3);
    expect(new Set(names).size).toBe(3);
  } finally {
    await aws.close();
  }
});
