import { findInstanceType } from '@ml-platform/plugin-ml-platform-common';
import { ClusterPolicy } from '../../config';
import { ClusterRule, ClusterRuleContext } from '../ClusterRule';

const withPolicy = (clusters: ClusterPolicy) => ({
  policy: { allowedRepositories: [], reservedNamespaces: [], clusters },
});
const QUOTAS =
  'https://docs.aws.amazon.com/ec2/latest/instancetypes/ec2-instance-quotas.html';

const region: ClusterRule = {
  id: 'region-not-allowed',
  severity: 'error',
  kinds: ['cluster'],
  title: 'A cluster is in an allowed region',
  reason: 'mlPlatform.policy.clusters.regions says where clusters may be.',
  source:
    'https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html',
  failing: {
    title: 'another region',
    context: withPolicy({ regions: ['eu-central-1'] }),
  },
  passing: {
    title: 'an allowed one',
    context: withPolicy({ regions: ['eu-west-2'] }),
  },
  check: ({ cluster, policy }) => {
    const allowed = policy.clusters?.regions;
    return allowed && cluster.region && !allowed.includes(cluster.region)
      ? [
          {
            field: 'region',
            message: `Region ${cluster.region} is not allowed for clusters.`,
            fix: `Choose among ${allowed.join(
              ', ',
            )}, or ask who runs the portal.`,
          },
        ]
      : [];
  },
};

const family: ClusterRule = {
  id: 'instance-family-not-allowed',
  severity: 'error',
  kinds: ['cluster'],
  title: 'Nodes are of allowed families',
  reason: 'mlPlatform.policy.clusters.instanceFamilies says what nodes may be.',
  source:
    'https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-types.html',
  failing: {
    title: 'g4dn, where g5 is allowed',
    context: withPolicy({ instanceFamilies: ['g5'] }),
  },
  passing: {
    title: 'g4dn, where it is allowed',
    context: withPolicy({ instanceFamilies: ['g4dn'] }),
  },
  check: ({ cluster, policy }) => {
    const allowed = policy.clusters?.instanceFamilies;
    return cluster.nodeGroups.flatMap((group, index) => {
      const others = group.instanceTypes.filter(
        type => allowed && !allowed.includes(type.split('.')[0]),
      );
      return others.length > 0
        ? [
            {
              field: `nodeGroups[${index}].instanceTypes`,
              message: `Group ${group.name}: ${others.join(
                ', ',
              )} is not of an allowed family.`,
              fix: `Choose among ${allowed!.join(
                ', ',
              )}, or ask who runs the portal.`,
            },
          ]
        : [];
    });
  },
};

/** The most of something that all groups at their greatest size have. */
function total(
  { cluster }: ClusterRuleContext,
  ofOne: (type: string) => number,
): number {
  return cluster.nodeGroups.reduce(
    (sum, { maxSize = 0, instanceTypes }) =>
      sum + maxSize * Math.max(0, ...instanceTypes.map(ofOne)),
    0,
  );
}

const quotas: ClusterRule = {
  id: 'cluster-quota-exceeded',
  severity: 'error',
  kinds: ['cluster'],
  title: 'A cluster keeps to the quotas',
  reason:
    'mlPlatform.policy.clusters says how many nodes, vCPUs and GPUs a cluster may have when all its groups are at their greatest size.',
  source: QUOTAS,
  failing: {
    title: 'five GPUs, where four are allowed',
    context: withPolicy({ maxGpus: 4 }),
  },
  passing: {
    title: 'five GPUs, where eight are allowed',
    context: withPolicy({ maxGpus: 8, maxNodes: 5, maxVcpus: 20 }),
  },
  check: context => {
    const { maxNodes, maxVcpus, maxGpus } = context.policy.clusters ?? {};
    const limits: [string, number, number | undefined][] = [
      ['nodes', total(context, () => 1), maxNodes],
      [
        'vCPUs',
        total(context, type => findInstanceType(type)?.vcpu ?? 0),
        maxVcpus,
      ],
      [
        'GPUs',
        total(context, type => findInstanceType(type)?.acceleratorCount ?? 0),
        maxGpus,
      ],
    ];
    return limits
      .filter(([, count, most]) => most !== undefined && count > most)
      .map(([what, count, most]) => ({
        field: 'nodeGroups',
        message: `At their greatest sizes the groups have ${count} ${what}; ${most} are allowed.`,
        fix: 'Lower the greatest sizes, or ask who runs the portal for more.',
      }));
  },
};

export const policyRules: ClusterRule[] = [region, family, quotas];
