import { ToolDependency, ToolInput } from '../ToolDefinition';

/** Names of resources begin with project and environment. */
export const NAME_PREFIX = {
  name_prefix: `"\${include.root.locals.env.project}-\${include.root.locals.env.environment}"`,
};

/** The cluster's unit; every output that the providers need stands in for it until it is applied. */
export function clusterDependency(
  ...wires: ToolDependency['wires']
): ToolDependency {
  return {
    name: 'eks',
    what: 'an EKS cluster',
    unit: 'cluster',
    wires,
    mocks: {
      cluster_name: 'not-applied-yet',
      cluster_endpoint: 'https://cluster.invalid',
      cluster_ca_certificate: 'bm90LWFwcGxpZWQteWV0',
      cluster_oidc_issuer_url:
        'https://oidc.eks.eu-west-2.amazonaws.com/id/00000000000000000000000000000000',
      oidc_provider_arn:
        'arn:aws:iam::000000000000:oidc-provider/oidc.eks.eu-west-2.amazonaws.com/id/00000000000000000000000000000000',
    },
  };
}

export const OIDC_PROVIDER = {
  variable: 'oidc_provider_arn',
  output: 'oidc_provider_arn',
};

/** MLflow, where the environment has it. */
export function mlflowDependency(
  without: string,
  wires: ToolDependency['wires'],
  mocks: ToolDependency['mocks'],
): ToolDependency {
  return {
    name: 'mlflow',
    what: 'MLflow',
    unit: 'mlflow',
    optional: true,
    without,
    wires,
    mocks,
  };
}

/** The network that a database is put into. */
export const NETWORK: ToolDependency = {
  name: 'vpc',
  what: 'a VPC with private subnets',
  unit: 'network',
  wires: [
    { variable: 'vpc_id', output: 'vpc_id' },
    { variable: 'private_subnets', output: 'private_subnet_ids' },
    {
      variable: 'private_subnets_cidr_blocks',
      output: 'private_subnet_cidr_blocks',
    },
  ],
  mocks: {
    vpc_id: 'vpc-00000000',
    private_subnet_ids: ['subnet-00000000', 'subnet-11111111'],
    private_subnet_cidr_blocks: ['10.0.0.0/22', '10.0.4.0/22'],
  },
};

const SCHEME: ToolInput = {
  name: 'ingressScheme',
  variable: 'ingress_scheme',
  type: 'text',
  title: 'Reached from',
  help: 'internal: the network; internet-facing: everywhere, which needs a certificate. All tools of an environment share one load balancer, so they agree.',
  choices: ['internal', 'internet-facing'],
  otherwise: 'internal',
};

/**
 * Where the tool is reached: one domain for all tools, a path for each.
 *
 * @param path - of the module; empty: the root of the domain
 * @param options - `asksWho`: the tool asks who somebody is, so that it may be
 *   reached from everywhere
 */
export function address(
  path: string,
  options: { asksWho: boolean } = { asksWho: true },
): ToolInput[] {
  return [
    {
      name: 'domainName',
      variable: 'domain_name',
      type: 'text',
      title: 'Domain',
      help: 'The name that tools are reached by. Left empty: the domain of the environment, or of its other tools.',
      placeholder: 'ml.acme.example',
      rule: 'domain',
      required: true,
    },
    {
      name: 'domainSuffix',
      variable: 'domain_suffix',
      type: 'text',
      title: 'Path',
      help: 'The tool is reached below this path of the domain.',
      rule: 'path',
      otherwise: path || 'the root of the domain',
    },
    {
      name: 'certificateArn',
      variable: 'certificate_arn',
      type: 'text',
      title: 'Certificate',
      help: 'ARN of the certificate of the domain in ACM. Without one the tool is reached by plain HTTP, inside the network only.',
      rule: 'certificate',
      otherwise: 'none, plain HTTP',
    },
    ...(options.asksWho ? [SCHEME] : []),
  ];
}

/** The OAuth app of GitHub that people sign in with. */
export function githubSignIn(tool: string): ToolInput[] {
  return [
    {
      name: 'gitClientId',
      variable: 'git_client_id',
      type: 'text',
      title: 'GitHub OAuth app',
      help: 'Client id of the OAuth app that people sign in with; it is no secret.',
      rule: 'name',
      required: true,
    },
    {
      name: 'gitClientSecretSecretName',
      variable: 'git_client_secret_secret_name',
      type: 'text',
      title: "Secret with the OAuth app's client secret",
      help: 'Name of a secret in Secrets Manager, not the secret itself.',
      placeholder: `ml-platform/${tool}/github-client-secret`,
      secret: 'the client secret of the GitHub OAuth app',
      rule: 'secret-name',
      required: true,
    },
  ];
}

export function organizations(required: boolean): ToolInput {
  return {
    name: 'allowedOrganizations',
    variable: 'allowed_organizations',
    type: 'texts',
    title: 'GitHub organisations',
    help: 'Whose members may sign in.',
    placeholder: 'acme',
    rule: 'name',
    required,
  };
}

export const STORAGE_CLASS: ToolInput = {
  name: 'storageClass',
  variable: 'storage_class',
  type: 'text',
  title: 'Storage class',
  help: 'Class of the volumes.',
  rule: 'name',
  otherwise: "the cluster's default",
};

export function namespace(name: string): ToolInput {
  return {
    name: 'namespace',
    variable: 'namespace',
    type: 'text',
    title: 'Namespace',
    help: 'The Kubernetes namespace of the tool, which the module creates.',
    rule: 'namespace',
    otherwise: name,
  };
}

/** The database of a tool, and the network it is put into where the environment has no unit of one. */
export function database(): ToolInput[] {
  return [
    {
      name: 'rdsInstanceClass',
      variable: 'rds_instance_class',
      type: 'text',
      title: 'Database class',
      help: 'Instance class of the PostgreSQL database.',
      rule: 'database-class',
      otherwise: 'db.t4g.small',
    },
    {
      name: 'rdsMaxAllocatedStorage',
      variable: 'rds_max_allocated_storage',
      type: 'number',
      title: 'Most storage of the database (GiB)',
      help: 'The database grows by itself up to this size.',
      range: [20, 16384],
      otherwise: '100',
    },
    {
      name: 'rdsDeletionProtection',
      variable: 'rds_deletion_protection',
      type: 'flag',
      title: 'Protect the database against deletion',
      help: 'Before the tool is removed this is switched off and applied.',
      otherwise: 'on',
    },
    {
      name: 'rdsPasswordSecretName',
      variable: 'rds_password_secret_name',
      type: 'text',
      title: 'Secret with the database password',
      help: 'Name of a secret in Secrets Manager.',
      secret: 'the password of the database',
      rule: 'secret-name',
      otherwise: 'one that the module makes',
    },
    {
      name: 'vpcId',
      variable: 'vpc_id',
      type: 'text',
      title: 'VPC',
      help: 'Only where the environment has no unit of a VPC.',
      rule: 'vpc-id',
      otherwise: 'that of the environment',
    },
    {
      name: 'privateSubnets',
      variable: 'private_subnets',
      type: 'texts',
      title: 'Private subnets',
      help: 'Only where the environment has no unit of a VPC: two or more, in different zones.',
      rule: 'subnet-id',
      otherwise: 'those of the environment',
    },
    {
      name: 'privateSubnetsCidrBlocks',
      variable: 'private_subnets_cidr_blocks',
      type: 'texts',
      title: 'Addresses of the private subnets',
      help: 'Only where the environment has no unit of a VPC: who may reach the database.',
      rule: 'cidr',
      otherwise: 'those of the environment',
    },
  ];
}
