import { Cluster } from '@aws-sdk/client-eks';
import { mapAddonVersions } from './addonVersions';
import { mapAddon } from './mapAddon';
import { mapCluster } from './mapCluster';
import { mapInsight } from './mapInsight';
import { mapNodeGroup } from './mapNodeGroup';
import { isUpdateRecent, mapUpdate } from './mapUpdate';

const arn = 'arn:aws:eks:eu-west-2:111122223333:cluster/dev';
const bare: Cluster = { arn, name: 'dev', status: 'ACTIVE' };

it('maps a cluster that says nothing but its name', () => {
  expect(mapCluster(bare)).toEqual({
    arn,
    name: 'dev',
    accountId: '111122223333',
    region: 'eu-west-2',
    status: 'ACTIVE',
    publicAccessCidrs: [],
    subnetIds: [],
    logTypes: [],
    issues: [],
    tags: {},
  });
});

it.each([
  [
    'access to its endpoint',
    {
      resourcesVpcConfig: {
        endpointPublicAccess: true,
        endpointPrivateAccess: false,
        publicAccessCidrs: ['10.0.0.0/8', '0.0.0.0/0'],
        vpcId: 'vpc-1',
        subnetIds: ['subnet-b', 'subnet-a'],
      },
    },
    {
      endpointPublicAccess: true,
      endpointPrivateAccess: false,
      publicAccessCidrs: ['0.0.0.0/0', '10.0.0.0/8'],
      vpcId: 'vpc-1',
      subnetIds: ['subnet-a', 'subnet-b'],
    },
  ],
  [
    'logs, of all setups that are on',
    {
      logging: {
        clusterLogging: [
          { types: ['scheduler', 'api'], enabled: true },
          { types: ['audit', 'api'], enabled: true },
          { types: ['authenticator'], enabled: false },
        ],
      },
    },
    { logTypes: ['api', 'audit', 'scheduler'] },
  ],
  [
    'the key of secrets alone',
    {
      encryptionConfig: [
        { resources: ['other'], provider: { keyArn: 'arn:other' } },
        { resources: ['secrets'], provider: { keyArn: 'arn:key' } },
      ],
    },
    { secretsKeyArn: 'arn:key' },
  ],
  [
    'policies',
    {
      accessConfig: { authenticationMode: 'API' },
      upgradePolicy: { supportType: 'EXTENDED' },
      deletionProtection: true,
      computeConfig: { enabled: true },
    },
    {
      authenticationMode: 'API',
      supportType: 'EXTENDED',
      deletionProtection: true,
      autoMode: true,
    },
  ],
  [
    'a cluster that is only registered',
    { connectorConfig: { provider: 'EKS_ANYWHERE' } },
    { connectorProvider: 'EKS_ANYWHERE' },
  ],
  [
    'issues',
    { health: { issues: [{ code: 'VpcNotFound', resourceIds: ['vpc-1'] }] } },
    {
      issues: [{ code: 'VpcNotFound', message: '', resourceIds: ['vpc-1'] }],
    },
  ],
  [
    'how to reach it',
    {
      endpoint: 'https://x',
      certificateAuthority: { data: 'Q0E=' },
      version: '1.35',
      platformVersion: 'eks.3',
      createdAt: new Date('2026-01-02T03:04:05Z'),
    },
    {
      endpoint: 'https://x',
      certificateAuthority: 'Q0E=',
      version: '1.35',
      platformVersion: 'eks.3',
      createdAt: '2026-01-02T03:04:05.000Z',
    },
  ],
  [
    'tags, in order',
    { tags: { b: '2', a: '1' } },
    { tags: { a: '1', b: '2' } },
  ],
] as [string, Partial<Cluster>, object][])(
  'maps of a cluster %s',
  (_case, answer, facts) => {
    expect(mapCluster({ ...bare, ...answer })).toMatchObject(facts);
  },
);

it.each([{}, { name: 'dev' }, { arn }, { name: 'dev', arn: 'odd' }])(
  'takes nothing for a cluster from %j',
  answer => {
    expect(mapCluster(answer)).toBeUndefined();
  },
);

it('maps a node group', () => {
  expect(
    mapNodeGroup(
      {
        nodegroupName: 'gpu',
        nodegroupArn: `${arn}/nodegroup/gpu`,
        status: 'DEGRADED',
        version: '1.35',
        releaseVersion: '1.35.0-20261014',
        capacityType: 'SPOT',
        instanceTypes: ['g5.xlarge', 'g6.xlarge'],
        amiType: 'AL2023_x86_64_NVIDIA',
        scalingConfig: { minSize: 0, desiredSize: 2, maxSize: 8 },
        labels: { b: '2', a: '1' },
        taints: [
          { key: 'nvidia.com/gpu', value: 'true', effect: 'NO_SCHEDULE' },
          { effect: 'NO_EXECUTE' },
        ],
        resources: {
          autoScalingGroups: [{ name: 'asg-b' }, { name: 'asg-a' }],
        },
        health: {
          issues: [{ code: 'NodeCreationFailure', message: 'no egress' }],
        },
      },
      arn,
    ),
  ).toEqual({
    kind: 'managed',
    name: 'gpu',
    clusterArn: arn,
    arn: `${arn}/nodegroup/gpu`,
    status: 'DEGRADED',
    kubernetesVersion: '1.35',
    releaseVersion: '1.35.0-20261014',
    capacityType: 'SPOT',
    instanceTypes: ['g5.xlarge', 'g6.xlarge'],
    amiType: 'AL2023_x86_64_NVIDIA',
    minSize: 0,
    desiredSize: 2,
    maxSize: 8,
    labels: { a: '1', b: '2' },
    taints: [{ key: 'nvidia.com/gpu', value: 'true', effect: 'NoSchedule' }],
    autoScalingGroups: ['asg-a', 'asg-b'],
    issues: [
      { code: 'NodeCreationFailure', message: 'no egress', resourceIds: [] },
    ],
  });
});

it('leaves out what a launch template sets, and what is no node group', () => {
  expect(
    mapNodeGroup({ nodegroupName: 'gpu', nodegroupArn: 'arn:x' }, arn),
  ).toMatchObject({ status: 'UNKNOWN', instanceTypes: [], taints: [] });
  expect(mapNodeGroup({}, arn)).toBeUndefined();
});

it('maps an add-on without what it is configured with', () => {
  const addon = mapAddon(
    {
      addonName: 'vpc-cni',
      addonArn: 'arn:addon',
      addonVersion: 'v1.18.0-eksbuild.1',
      status: 'ACTIVE',
      configurationValues: '{"env":{"TOKEN":"secret"}}',
    },
    arn,
    {
      defaultVersion: 'v1.19.0-eksbuild.1',
      newestVersion: 'v1.20.0-eksbuild.1',
    },
  );

  expect(addon).toMatchObject({
    version: 'v1.18.0-eksbuild.1',
    newestVersion: 'v1.20.0-eksbuild.1',
  });
  expect(JSON.stringify(addon)).not.toContain('secret');
  expect(mapAddon({}, arn, undefined)).toBeUndefined();
});

it('takes only versions that fit for the newest', () => {
  const versions = mapAddonVersions(
    [
      {
        addonName: 'vpc-cni',
        addonVersions: [
          {
            addonVersion: 'v1.9.0-eksbuild.1',
            compatibilities: [{ clusterVersion: '1.35', defaultVersion: true }],
          },
          {
            addonVersion: 'v1.10.0-eksbuild.2',
            compatibilities: [{ clusterVersion: '1.35' }],
          },
          {
            addonVersion: 'v1.99.0-eksbuild.1',
            compatibilities: [{ clusterVersion: '1.36' }],
          },
        ],
      },
      { addonName: 'other', addonVersions: [] },
      {},
    ],
    '1.35',
  );

  expect(Object.fromEntries(versions)).toEqual({
    'vpc-cni': {
      defaultVersion: 'v1.9.0-eksbuild.1',
      newestVersion: 'v1.10.0-eksbuild.2',
    },
    other: {},
  });
});

it('maps an insight, its recommendation where there is one', () => {
  const summary = {
    id: 'i-1',
    name: 'Deprecated APIs',
    category: 'UPGRADE_READINESS',
    kubernetesVersion: '1.36',
    insightStatus: { status: 'WARNING', reason: 'used' },
    lastRefreshTime: new Date('2026-11-21T00:00:00Z'),
  } as const;

  expect(mapInsight(summary)).toEqual({
    id: 'i-1',
    name: 'Deprecated APIs',
    category: 'UPGRADE_READINESS',
    kubernetesVersion: '1.36',
    status: 'WARNING',
    reason: 'used',
    lastRefreshedAt: '2026-11-21T00:00:00.000Z',
  });
  expect(mapInsight(summary, { recommendation: 'Use v1.' })).toMatchObject({
    recommendation: 'Use v1.',
  });
  expect(mapInsight({ id: 'i-2' })).toMatchObject({ status: 'UNKNOWN' });
});

it('tells who calls APIs that go, which add-ons do not fit, and what is concerned', () => {
  const insight = mapInsight(
    { id: 'i-1' },
    {
      additionalInfo: { 'Update a cluster': 'https://docs.aws.amazon.com/x' },
      resources: [
        { kubernetesResourceUri: '/api/v1/nodes/b' },
        { arn },
        { insightStatus: { status: 'ERROR' } },
      ],
      categorySpecificSummary: {
        deprecationDetails: [
          {
            usage: '/apis/policy/v1beta1/podsecuritypolicies',
            replacedWith: '',
            stopServingVersion: '1.25',
            clientStats: [
              { userAgent: 'helm', numberOfRequestsLast30Days: 2 },
              {
                userAgent: 'operator/1.0',
                numberOfRequestsLast30Days: 40,
                lastRequestTime: new Date('2026-11-20T10:00:00Z'),
              },
            ],
          },
          { replacedWith: 'nothing that is named' },
        ],
        addonCompatibilityDetails: [
          { name: 'vpc-cni', compatibleVersions: ['v1.20.4-eksbuild.2'] },
        ],
      },
    },
  );

  expect(insight).toMatchObject({
    links: { 'Update a cluster': 'https://docs.aws.amazon.com/x' },
    resources: ['/api/v1/nodes/b', arn],
    addons: [{ name: 'vpc-cni', compatibleVersions: ['v1.20.4-eksbuild.2'] }],
    deprecations: [
      {
        api: '/apis/policy/v1beta1/podsecuritypolicies',
        removedIn: '1.25',
        callers: [
          {
            userAgent: 'operator/1.0',
            requestsIn30Days: 40,
            lastAt: '2026-11-20T10:00:00.000Z',
          },
          { userAgent: 'helm', requestsIn30Days: 2 },
        ],
      },
    ],
  });
  expect(insight?.deprecations).toHaveLength(1);
});

it.each([
  ['InProgress', '2026-01-01T00:00:00Z', true],
  ['Failed', '2026-11-20T00:00:00Z', true],
  ['Failed', '2026-11-01T00:00:00Z', false],
  ['Successful', undefined, false],
] as const)('tells of an update %s of %s: %s', (status, createdAt, told) => {
  const update = mapUpdate({
    id: 'u-1',
    type: 'VersionUpdate',
    status,
    ...(createdAt ? { createdAt: new Date(createdAt) } : {}),
  });

  expect(isUpdateRecent(update!, Date.parse('2026-11-21T00:00:00Z'))).toBe(
    told,
  );
});
