import { HealthStatus } from '../health';
import {
  ADDON_ISSUE_FIXES,
  Addon,
  CLUSTER_ISSUE_FIXES,
  EksCluster,
  EksClusterParts,
  EksUpdate,
  NODE_GROUP_ISSUE_FIXES,
  NodeGroup,
  UpgradeInsight,
  addonHealth,
  addonOutdated,
  compareAddonVersions,
  eksClusterHealth,
  kubernetesTaintEffect,
  nodeGroupHealth,
  standardSupportDays,
  upgradeInsightHealth,
} from '.';

const now = '2026-11-21T12:00:00Z';
const early = '2026-11-21T11:55:00Z';
const long = '2026-11-21T09:00:00Z';
const versions = {
  asOf: '2026-11-01',
  source: 'test',
  versions: [
    {
      version: '1.35',
      standardUntil: '2027-03-27',
      extendedUntil: '2028-03-27',
    },
    {
      version: '1.34',
      standardUntil: '2026-12-02',
      extendedUntil: '2027-12-02',
    },
    {
      version: '1.32',
      standardUntil: '2026-03-23',
      extendedUntil: '2027-03-23',
    },
    {
      version: '1.30',
      standardUntil: '2025-07-23',
      extendedUntil: '2026-07-23',
    },
  ],
};

const cluster: EksCluster = {
  arn: 'arn:aws:eks:eu-west-2:111122223333:cluster/mlops-dev-cluster',
  name: 'mlops-dev-cluster',
  accountId: '111122223333',
  region: 'eu-west-2',
  status: 'ACTIVE',
  version: '1.35',
  createdAt: long,
  publicAccessCidrs: [],
  subnetIds: [],
  logTypes: [],
  issues: [],
  tags: {},
};
const parts: EksClusterParts = {
  nodeGroups: [],
  addons: [],
  insights: [],
  updates: [],
};
const group: NodeGroup = {
  kind: 'managed',
  name: 'gpu',
  clusterArn: cluster.arn,
  status: 'ACTIVE',
  createdAt: long,
  modifiedAt: long,
  instanceTypes: ['g4dn.xlarge'],
  minSize: 0,
  desiredSize: 2,
  maxSize: 5,
  nodes: { present: 2, ready: 2 },
  labels: {},
  taints: [],
  autoScalingGroups: [],
  issues: [],
};
const addon: Addon = {
  name: 'coredns',
  clusterArn: cluster.arn,
  status: 'ACTIVE',
  version: 'v1.12.1-eksbuild.2',
  modifiedAt: long,
  issues: [],
};

const issue = (code: string, message = 'What AWS says.') => ({
  code,
  message,
  resourceIds: ['subnet-1'],
});

function clusterHealth(
  changed: Partial<EksCluster>,
  has: Partial<EksClusterParts> = {},
) {
  return eksClusterHealth(
    { ...cluster, ...changed },
    { ...parts, ...has },
    { now, versions },
  );
}

// The codes of the SDK's enumerations: one that is missing here was forgotten.
const CLUSTER_CODES =
  'AccessDenied ClusterUnreachable ConfigurationConflict Ec2SecurityGroupNotFound Ec2ServiceNotSubscribed Ec2SubnetNotFound IamRoleNotFound InsufficientFreeAddresses InternalFailure KmsGrantRevoked KmsKeyDisabled KmsKeyMarkedForDeletion KmsKeyNotFound Other ResourceLimitExceeded ResourceNotFound StsRegionalEndpointDisabled UnsupportedVersion VpcNotFound'.split(
    ' ',
  );
const FINAL = ['KmsGrantRevoked', 'KmsKeyNotFound', 'VpcNotFound'];
const NODE_GROUP_CODES =
  'AccessDenied AmiIdNotFound AsgInstanceLaunchFailures AutoScalingGroupInstanceRefreshActive AutoScalingGroupInvalidConfiguration AutoScalingGroupNotFound AutoScalingGroupOptInRequired AutoScalingGroupRateLimitExceeded ClusterUnreachable Ec2InstanceTypeDoesNotExist Ec2LaunchTemplateDeletionFailure Ec2LaunchTemplateInvalidConfiguration Ec2LaunchTemplateMaxLimitExceeded Ec2LaunchTemplateNotFound Ec2LaunchTemplateVersionMaxLimitExceeded Ec2LaunchTemplateVersionMismatch Ec2SecurityGroupDeletionFailure Ec2SecurityGroupNotFound Ec2SubnetInvalidConfiguration Ec2SubnetListTooLong Ec2SubnetMissingIpv6Assignment Ec2SubnetNotFound IamInstanceProfileNotFound IamLimitExceeded IamNodeRoleNotFound IamThrottling InstanceLimitExceeded InsufficientFreeAddresses InternalFailure KubernetesLabelInvalid LimitExceeded NodeCreationFailure NodeTerminationFailure PodEvictionFailure SourceEc2LaunchTemplateNotFound'.split(
    ' ',
  );
const ADDON_CODES =
  'AccessDenied AddonPermissionFailure AddonSubscriptionNeeded AdmissionRequestDenied ClusterUnreachable ConfigurationConflict InsufficientNumberOfReplicas InternalFailure K8sResourceNotFound UnsupportedAddonModification'.split(
    ' ',
  );

describe('issue codes', () => {
  it.each(CLUSTER_CODES)('of a cluster: %s', code => {
    const { status, causes } = clusterHealth({ issues: [issue(code)] });

    expect(status).toBe(FINAL.includes(code) ? 'failed' : 'degraded');
    expect(causes).toEqual([
      expect.objectContaining({
        code,
        message: 'What AWS says. (subnet-1)',
        fix: CLUSTER_ISSUE_FIXES[code].fix,
        link: expect.stringMatching(/^https:\/\/docs\.aws\.amazon\.com\//),
      }),
    ]);
  });

  it.each(NODE_GROUP_CODES)('of a node group: %s', code => {
    const { status, causes } = nodeGroupHealth(
      { ...group, status: 'DEGRADED', issues: [issue(code)] },
      now,
    );

    expect(status).toBe('degraded');
    expect(causes.map(cause => [cause.code, cause.fix])).toEqual([
      [code, NODE_GROUP_ISSUE_FIXES[code].fix],
    ]);
  });

  it.each(ADDON_CODES)('of an add-on: %s', code => {
    const { status, causes } = addonHealth(
      { ...addon, status: 'DEGRADED', issues: [issue(code)] },
      now,
    );

    expect(status).toBe('degraded');
    expect(causes.map(cause => [cause.code, cause.fix])).toEqual([
      [code, ADDON_ISSUE_FIXES[code].fix],
    ]);
  });

  it.each([
    ['cluster', CLUSTER_ISSUE_FIXES, CLUSTER_CODES],
    ['node group', NODE_GROUP_ISSUE_FIXES, NODE_GROUP_CODES],
    ['add-on', ADDON_ISSUE_FIXES, ADDON_CODES],
  ])('have advice for a %s each, and for no other', (_kind, fixes, codes) => {
    expect(Object.keys(fixes).sort()).toEqual([...codes].sort());
  });

  it.each(['Unknown', 'BrandNewCode', 'constructor'])(
    'that nobody knows advice for, such as %s, keep their message',
    code => {
      const [cause] = nodeGroupHealth(
        { ...group, issues: [issue(code)] },
        now,
      ).causes;

      expect(cause).toMatchObject({
        code,
        message: 'What AWS says. (subnet-1)',
        fix: 'AWS documents no fix for this code; the message says what is known.',
      });
      expect(cause).not.toHaveProperty('link');
    },
  );
});

describe('health of a cluster', () => {
  it.each([
    ['ACTIVE', {}, 'healthy'],
    ['CREATING', { createdAt: early }, 'progressing'],
    ['CREATING', { createdAt: long }, 'degraded'],
    ['UPDATING', {}, 'progressing'],
    ['DELETING', {}, 'progressing'],
    ['PENDING', {}, 'progressing'],
    ['FAILED', {}, 'failed'],
    ['SOMETHING_NEW', {}, 'unknown'],
  ] as [string, Partial<EksCluster>, HealthStatus][])(
    '%s with %j is %s',
    (status, changed, health) => {
      expect(clusterHealth({ ...changed, status }).status).toBe(health);
    },
  );

  it.each([
    ['1.35', 'healthy', undefined],
    ['1.34', 'healthy', 'version-support-ends'],
    ['1.32', 'degraded', 'version-support-extended'],
    ['1.30', 'degraded', 'version-support-ended'],
    ['1.99', 'healthy', undefined],
  ])('with version %s is %s', (version, status, code) => {
    const health = clusterHealth({ version, supportType: 'EXTENDED' });

    expect(health.status).toBe(status);
    expect(health.causes[0]?.code).toBe(code);
  });

  it('says what happens after standard support by the policy of the cluster', () => {
    const message = (supportType: string) =>
      clusterHealth({ version: '1.34', supportType }).causes[0].message;

    expect(message('STANDARD')).toBe(
      'Standard support of Kubernetes 1.34 ends in 11 days; afterwards AWS updates the cluster by itself.',
    );
    expect(message('EXTENDED')).toContain('extended support costs extra');
  });

  it.each([
    [undefined, 'healthy'],
    [{ ok: true }, 'healthy'],
    [{ ok: false, problem: 'connect ETIMEDOUT' }, 'unknown'],
  ])(
    'is told apart from whether it can be reached: %j',
    (reachable, status) => {
      expect(clusterHealth({}, { reachable }).status).toBe(status);
    },
  );

  it.each([
    [undefined, 'unknown'],
    [{ ok: true }, 'healthy'],
  ])(
    'of a connected cluster follows from what answers: %j',
    (reachable, status) => {
      const health = clusterHealth(
        { connectorProvider: 'OTHER', version: '1.30' },
        { reachable },
      );

      expect(health.status).toBe(status);
    },
  );

  it.each([
    ['PASSING', 'healthy'],
    ['WARNING', 'healthy'],
    ['ERROR', 'degraded'],
    ['UNKNOWN', 'healthy'],
  ])('with an insight that is %s is %s', (insight, status) => {
    const insights = [
      { id: 'i', name: 'APIs', category: 'UPGRADE_READINESS', status: insight },
    ];
    expect(clusterHealth({}, { insights }).status).toBe(status);
  });

  it('tells of an insight that EKS could not determine, and of its own progress first', () => {
    const health = clusterHealth(
      { status: 'UPDATING' },
      {
        insights: [
          {
            id: 'i',
            name: 'APIs',
            category: 'UPGRADE_READINESS',
            status: 'UNKNOWN',
          },
        ],
        updates: [
          {
            id: 'u',
            type: 'VersionUpdate',
            status: 'InProgress',
            createdAt: early,
            errors: [],
          },
        ],
      },
    );

    expect(health).toMatchObject({
      status: 'progressing',
      causes: [
        { code: 'UPDATING', status: 'progressing' },
        { code: 'VersionUpdateInProgress', status: 'progressing' },
        {
          code: 'UPGRADE_READINESS_UNKNOWN',
          status: 'healthy',
          inherited: true,
        },
      ],
    });
  });

  it('inherits from node groups and add-ons, marked, and never as failed', () => {
    const broken = nodeGroupHealth({ ...group, status: 'CREATE_FAILED' }, now);
    const health = clusterHealth(
      {},
      {
        nodeGroups: [{ name: 'gpu', health: broken }],
        addons: [
          {
            name: 'coredns',
            health: addonHealth(
              { ...addon, status: 'UPDATING', modifiedAt: early },
              now,
            ),
          },
        ],
      },
    );

    expect(broken.status).toBe('failed');
    expect(health).toMatchObject({
      status: 'degraded',
      causes: [
        { code: 'CREATE_FAILED', inherited: true, resource: { name: 'gpu' } },
      ],
    });
  });

  describe('with updates', () => {
    const update = (changed: Partial<EksUpdate>): EksUpdate => ({
      id: '1',
      type: 'VersionUpdate',
      status: 'InProgress',
      createdAt: '2026-11-21T11:30:00Z',
      errors: [],
      ...changed,
    });

    it('gives the update of a version more time than other changes', () => {
      const status = (type: string) =>
        clusterHealth({ status: 'UPDATING' }, { updates: [update({ type })] })
          .status;

      expect(status('VersionUpdate')).toBe('progressing');
      expect(status('ConfigUpdate')).toBe('degraded');
    });

    it('says why one failed, until a later one of its type succeeds', () => {
      const failed = update({
        status: 'Failed',
        errors: [issue('PodEvictionFailure', 'Pods could not be evicted')],
      });
      const later = update({ id: '2', status: 'Successful', createdAt: now });

      expect(clusterHealth({}, { updates: [failed] })).toMatchObject({
        status: 'degraded',
        causes: [
          {
            code: 'VersionUpdateFailed',
            message:
              'The update VersionUpdate failed: Pods could not be evicted.',
          },
        ],
      });
      expect(clusterHealth({}, { updates: [later, failed] }).status).toBe(
        'healthy',
      );
      expect(
        clusterHealth(
          {},
          { updates: [failed, { ...later, nodeGroupName: 'gpu' }] },
        ).status,
      ).toBe('degraded');
    });
  });
});

describe('health of a node group', () => {
  it.each([
    ['as many as desired', {}, 'healthy'],
    [
      'scaled to zero',
      { desiredSize: 0, nodes: { present: 0, ready: 0 } },
      'suspended',
    ],
    [
      'scaled to zero, not looked at',
      { desiredSize: 0, nodes: undefined },
      'suspended',
    ],
    [
      'scaled to zero, the last one going',
      { desiredSize: 0, nodes: { present: 1, ready: 1 } },
      'healthy',
    ],
    [
      'one to come, since a moment',
      { desiredSize: 3, modifiedAt: early },
      'progressing',
    ],
    ['one to come, for hours', { desiredSize: 3 }, 'degraded'],
    [
      'one to come, nobody knows since when',
      { desiredSize: 3, modifiedAt: undefined, createdAt: undefined },
      'degraded',
    ],
    [
      'one joined and not ready',
      { nodes: { present: 2, ready: 1 } },
      'degraded',
    ],
    ['nodes not looked at', { nodes: undefined }, 'healthy'],
    [
      'being deleted',
      {
        status: 'DELETING',
        modifiedAt: early,
        nodes: { present: 0, ready: 0 },
      },
      'progressing',
    ],
    [
      'being created',
      { status: 'CREATING', createdAt: early, nodes: undefined },
      'progressing',
    ],
    ['being updated for hours', { status: 'UPDATING' }, 'degraded'],
    ['not created', { status: 'CREATE_FAILED' }, 'failed'],
    ['not deleted', { status: 'DELETE_FAILED' }, 'failed'],
    ['degraded without an issue', { status: 'DEGRADED' }, 'degraded'],
    ['in a state that is new', { status: 'PARKED' }, 'unknown'],
    [
      'not managed by EKS',
      { status: undefined, kind: 'unmanaged', desiredSize: undefined },
      'healthy',
    ],
  ] as [string, Partial<NodeGroup>, HealthStatus][])(
    '%s',
    (_case, changed, status) => {
      expect(nodeGroupHealth({ ...group, ...changed }, now).status).toBe(
        status,
      );
    },
  );

  it('counts what is ready against what is desired', () => {
    const { causes } = nodeGroupHealth(
      { ...group, desiredSize: 4, nodes: { present: 3, ready: 2 } },
      now,
    );

    expect(causes[0].message).toContain(
      '2 of 4 desired nodes are ready; 1 joined and are not ready.',
    );
  });
});

describe('health of an add-on', () => {
  it.each([
    ['ACTIVE', {}, 'healthy'],
    ['CREATING', { modifiedAt: early }, 'progressing'],
    ['UPDATING', {}, 'degraded'],
    ['DELETING', { modifiedAt: early }, 'progressing'],
    ['CREATE_FAILED', {}, 'failed'],
    ['UPDATE_FAILED', {}, 'degraded'],
    ['DELETE_FAILED', {}, 'failed'],
    ['DEGRADED', {}, 'degraded'],
    ['SOMETHING_NEW', {}, 'unknown'],
  ] as [string, Partial<Addon>, HealthStatus][])(
    '%s with %j is %s',
    (status, changed, health) => {
      expect(addonHealth({ ...addon, ...changed, status }, now).status).toBe(
        health,
      );
    },
  );

  it.each([
    ['v1.9.3-eksbuild.7', 'v1.12.1-eksbuild.2', true],
    ['v1.12.1-eksbuild.2', 'v1.12.1-eksbuild.10', true],
    ['v1.12.1-eksbuild.2', 'v1.12.1-eksbuild.2', false],
    ['v1.13.0-eksbuild.1', 'v1.12.9-eksbuild.9', false],
    [undefined, 'v1.12.1-eksbuild.2', false],
    ['v1.12.1-eksbuild.2', undefined, false],
  ])('%s is outdated by %s: %s', (version, newestVersion, outdated) => {
    expect(addonOutdated({ ...addon, version, newestVersion })).toBe(outdated);
  });

  it('orders versions of different lengths', () => {
    expect(compareAddonVersions('v1.2', 'v1.2.0')).toBe(0);
    expect(compareAddonVersions('v1.2', 'v1.2.1')).toBeLessThan(0);
  });
});

describe('health of an upgrade insight', () => {
  const insight: UpgradeInsight = {
    id: 'i-1',
    name: 'Deprecated APIs removed in Kubernetes v1.36',
    category: 'UPGRADE_READINESS',
    kubernetesVersion: '1.36',
    status: 'PASSING',
    reason: 'No deprecated API usage detected',
    lastRefreshedAt: early,
  };

  it.each([
    ['PASSING', 'healthy', 0],
    ['WARNING', 'healthy', 1],
    ['ERROR', 'degraded', 1],
    ['UNKNOWN', 'unknown', 1],
    ['NEW', 'unknown', 1],
  ])('%s is %s', (status, health, causes) => {
    const found = upgradeInsightHealth({ ...insight, status });

    expect(found.status).toBe(health);
    expect(found.causes).toHaveLength(causes);
  });

  it('names the refresh to compare a fix with', () => {
    const [cause] = upgradeInsightHealth({
      ...insight,
      status: 'ERROR',
    }).causes;

    expect(cause.fix).toBe(
      `Mend what the insight names before the update to 1.36. Findings look 30 days back: compare your fix with the last refresh on 2026-11-21.`,
    );
  });

  it('names who still calls an API that goes', () => {
    const [cause] = upgradeInsightHealth({
      ...insight,
      status: 'ERROR',
      reason: 'Something is used.',
      deprecations: [
        {
          api: '/apis/flowcontrol.apiserver.k8s.io/v1beta3/flowschemas',
          callers: [{ userAgent: 'operator/0.9', requestsIn30Days: 4183 }],
        },
        { api: '/apis/unused', callers: [] },
      ],
    }).causes;

    expect(cause.message).toBe(
      `${insight.name}: Something is used. /apis/flowcontrol.apiserver.k8s.io/v1beta3/flowschemas is still called by operator/0.9.`,
    );
  });
});

it.each([
  ['NO_SCHEDULE', 'NoSchedule'],
  ['NO_EXECUTE', 'NoExecute'],
  ['PREFER_NO_SCHEDULE', 'PreferNoSchedule'],
  ['NoSchedule', 'NoSchedule'],
])('the effect %s is %s in Kubernetes', (effect, kubernetes) => {
  expect(kubernetesTaintEffect(effect)).toBe(kubernetes);
});

it.each([
  ['1.35', '2027-03-26', 1],
  ['1.35', '2027-03-28', -1],
  ['1.10', '2026-11-21', undefined],
])('%s has on %s %s days left', (version, day, days) => {
  expect(standardSupportDays(version, day, versions)).toBe(days);
});
