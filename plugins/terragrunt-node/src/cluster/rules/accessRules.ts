import { parseArn } from '@ml-platform/plugin-ml-platform-common';
import { ClusterRule } from '../ClusterRule';

const LOG_DAYS = [
  0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827,
  2192, 2557, 2922, 3288, 3653,
];

const publicEndpoint: ClusterRule = {
  id: 'endpoint-open-to-all',
  severity: 'warning',
  kinds: ['cluster'],
  title: 'The API server is not open to the internet',
  reason:
    'A public endpoint without blocks of addresses lets everybody try to sign in.',
  source:
    'https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html',
  failing: {
    title: 'public, from anywhere',
    request: { endpointPublicAccess: true },
  },
  passing: {
    title: 'public, from the office',
    request: {
      endpointPublicAccess: true,
      endpointPublicAccessCidrs: ['203.0.113.0/24'],
    },
  },
  check: ({ request }) => {
    const from = request.endpointPublicAccessCidrs ?? [];
    return request.endpointPublicAccess &&
      (from.length === 0 || from.includes('0.0.0.0/0'))
      ? [
          {
            field: 'endpointPublicAccessCidrs',
            message:
              'The API server is reachable from every address of the internet.',
            fix: 'Name the blocks it may be reached from, or turn public access off.',
          },
        ]
      : [];
  },
};

const logDays: ClusterRule = {
  id: 'log-retention-unusable',
  severity: 'error',
  kinds: ['cluster'],
  title: 'CloudWatch keeps logs for a number of days that it has',
  reason: 'CloudWatch takes certain numbers of days only.',
  source:
    'https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html',
  failing: { title: 'ten days', request: { logRetentionDays: 10 } },
  passing: { title: 'seven days', request: { logRetentionDays: 7 } },
  check: ({ request: { logRetentionDays: days } }) =>
    days === undefined || LOG_DAYS.includes(days)
      ? []
      : [
          {
            field: 'logRetentionDays',
            message: `CloudWatch cannot keep logs for ${days} days.`,
            fix: `Choose ${LOG_DAYS.filter(day => day > 0)
              .slice(0, 9)
              .join(', ')} or another of its numbers.`,
          },
        ],
};

const otherAccount: ClusterRule = {
  id: 'addon-role-elsewhere',
  severity: 'error',
  kinds: ['cluster'],
  title: 'An add-on’s role is in the cluster’s account',
  reason: 'A service account can take roles of its own account only.',
  source: 'https://docs.aws.amazon.com/eks/latest/userguide/add-ons-iam.html',
  failing: {
    title: 'a role of another account',
    request: {
      addons: [
        {
          name: 'aws-ebs-csi-driver',
          roleArn:
            'arn:aws:iam::444455556666:role/AmazonEKS_EBS_CSI_DriverRole',
        },
      ],
    },
  },
  passing: {
    title: 'a role of the account',
    request: {
      addons: [
        {
          name: 'aws-ebs-csi-driver',
          roleArn:
            'arn:aws:iam::111122223333:role/AmazonEKS_EBS_CSI_DriverRole',
        },
      ],
    },
  },
  check: ({ request, cluster }) =>
    (request.addons ?? []).flatMap(({ name, roleArn }, index) => {
      const account = roleArn && parseArn(roleArn)?.accountId;
      return account && cluster.accountId && account !== cluster.accountId
        ? [
            {
              field: `addons[${index}].roleArn`,
              message: `The role of ${name} is in account ${account}; the cluster is in ${cluster.accountId}.`,
              fix: 'Name a role of the cluster’s account.',
            },
          ]
        : [];
    }),
};

const unread: ClusterRule = {
  id: 'variable-not-read',
  severity: 'warning',
  kinds: ['cluster'],
  title: 'A variable that is set is read',
  reason: 'A variable that no unit of the environment names has no effect.',
  source:
    'https://developer.hashicorp.com/terraform/language/expressions/references',
  failing: {
    title: 'node groups, where the unit reads the flat sizes only',
    context: {
      unread: [{ key: 'node_groups', unit: 'env/dev/aws/eks/terragrunt.hcl' }],
    },
  },
  passing: { title: 'all are read' },
  check: ({ unread: found, cluster }) =>
    found.map(({ key, unit }) => ({
      file: cluster.file,
      message: `${unit} does not read ${key}, so setting it has no effect.`,
      fix: `Add local.env.${key} to the unit in the pull request.`,
    })),
};

export const accessRules: ClusterRule[] = [
  publicEndpoint,
  logDays,
  otherAccount,
  unread,
];
