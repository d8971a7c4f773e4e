import { ClusterRule } from '../ClusterRule';

const EKS =
  'https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateCluster.html';
const IAM =
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html#reference_iam-quotas-names';

/**
 * The registry's module adds `-cluster-` and Terraform a suffix of 26 characters to
 * make a role of 64; our module shortens the name for roles.
 */
const MAX_CLUSTER_NAME = { registry: 29, own: 100 };

const environmentName: ClusterRule = {
  id: 'environment-name-unusable',
  severity: 'error',
  kinds: ['cluster'],
  title: 'A new environment has a name that AWS takes',
  reason:
    'The name is part of the names of buckets, roles and clusters, which must be lower case.',
  source: EKS,
  failing: {
    title: 'capitals and a dot',
    request: { environment: 'Staging.2' },
  },
  passing: { title: 'staging-2', request: { environment: 'staging-2' } },
  check: ({ request }) =>
    request.intent !== 'new-environment' ||
    /^[a-z]([a-z0-9-]{0,18}[a-z0-9])?$/.test(request.environment)
      ? []
      : [
          {
            field: 'environment',
            message: `Environment ${request.environment} must begin with a letter and have at most 20 lower-case letters, digits and dashes.`,
            fix: 'Choose another name, such as staging.',
          },
        ],
};

const environmentExists: ClusterRule = {
  id: 'environment-exists',
  severity: 'error',
  kinds: ['cluster'],
  title: 'A new environment is new',
  reason:
    'A form for a new environment must not change one that people work with.',
  source: EKS,
  failing: {
    title: 'an environment of another network',
    existing: { cidrBlock: '10.0.0.0/16' },
  },
  passing: { title: 'the very environment, asked for again', existing: {} },
  check: ({ request, cluster, existing }) =>
    request.intent === 'new-environment' &&
    existing &&
    (existing.cidrBlock !== cluster.cidrBlock ||
      existing.accountId !== cluster.accountId ||
      existing.region !== cluster.region)
      ? [
          {
            field: 'environment',
            file: existing.file,
            message: `Environment ${request.environment} exists already, with ${
              existing.cidrBlock ?? 'another network'
            } in ${existing.region ?? 'another region'}.`,
            fix: 'Choose another name, or ask for a change of that environment.',
          },
        ]
      : [],
};

const clusterNameTaken: ClusterRule = {
  id: 'cluster-name-taken',
  severity: 'error',
  kinds: ['cluster'],
  title: 'A cluster’s name is its own in account and region',
  reason: 'EKS refuses a second cluster of a name in one account and region.',
  source: EKS,
  failing: {
    title: 'the name of the cluster of dev',
    cluster: { clusterName: 'mlops-dev-cluster' },
  },
  passing: {
    title: 'the same name in another account',
    cluster: { clusterName: 'mlops-dev-cluster' },
    others: [{ accountId: '444455556666' }],
  },
  check: ({ cluster, others }) =>
    others
      .filter(
        other =>
          cluster.clusterName !== undefined &&
          other.clusterName === cluster.clusterName &&
          other.accountId === cluster.accountId &&
          other.region === cluster.region,
      )
      .map(other => ({
        field: 'environment',
        file: other.file,
        message: `Cluster ${cluster.clusterName} is that of ${other.environment} in the same account and region.`,
        fix: 'Choose another name for the environment, the project or the cluster.',
      })),
};

const clusterNameLong: ClusterRule = {
  id: 'cluster-name-too-long',
  severity: 'error',
  kinds: ['cluster'],
  title: 'A cluster’s name leaves room for its role',
  reason:
    'EKS allows 100 characters. terraform-aws-modules/eks names the role of the control plane <cluster>-cluster- with a suffix of 26 characters, of the 64 that a role’s name has.',
  source: IAM,
  failing: {
    title: 'a name of 34 characters',
    cluster: { clusterName: 'recommendations-experiments-cluster' },
    context: { vocabulary: 'registry' },
  },
  passing: { title: 'a short name', context: { vocabulary: 'registry' } },
  check: ({ cluster, existing, request, vocabulary }) => {
    const name = cluster.clusterName ?? '';
    const most = MAX_CLUSTER_NAME[vocabulary];
    const isNew = request.intent !== 'change' && name !== existing?.clusterName;
    return isNew && name.length > most
      ? [
          {
            field:
              request.intent === 'further-cluster' ? 'name' : 'environment',
            message: `Cluster ${name} has ${name.length} characters; ${
              vocabulary === 'registry' ? 'the name of its role' : 'EKS'
            } allows ${most}.`,
            fix: 'Shorten the project or the name.',
          },
        ]
      : [];
  },
};

const leftNames: ClusterRule = {
  id: 'copied-name-left',
  severity: 'warning',
  kinds: ['cluster'],
  title: 'A copied environment does not name its model',
  reason:
    'A literal that names the copied environment may be a resource that both would manage.',
  source:
    'https://developer.hashicorp.com/terraform/language/state/purpose#mapping-to-the-real-world',
  failing: {
    title: 'a bucket of dev',
    context: {
      leftNames: [
        {
          file: 'env/staging/aws/vpc/terragrunt.hcl',
          line: 12,
          text: 'name = "mlops-dev"',
        },
      ],
    },
  },
  passing: { title: 'nothing left' },
  check: ({ leftNames: found }) =>
    found.map(({ file, line, text }) => ({
      file,
      line,
      message: `The copied file names the environment it was copied from: ${text}`,
      fix: 'Check whether the new environment needs one of its own, and change it in the pull request.',
    })),
};

export const nameRules: ClusterRule[] = [
  environmentName,
  environmentExists,
  clusterNameTaken,
  clusterNameLong,
  leftNames,
];
