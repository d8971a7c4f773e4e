import { RepositoryLayout } from '../config';
import { moduleSource } from '../modules/moduleSource';

type Modules = Pick<RepositoryLayout, 'modules'>;

const ROOT = `include "root" {
  path   = find_in_parent_folders("root.hcl")
  expose = true
}
`;

const MOCKS_ALLOWED =
  '  mock_outputs_allowed_terraform_commands = ["init", "validate", "plan"]';

const source = (layout: Modules, module: string) => `terraform {
  source = "${moduleSource(layout, module)}"
}
`;

/** The unit of the network; the module splits its addresses over the zones. */
export function vpcUnit(layout: Modules): string {
  return `${ROOT}
locals {
  env = include.root.locals.env
}

${source(layout, 'aws/vpc')}
inputs = {
  name               = "\${local.env.project}-\${local.env.environment}"
  cidr_block         = local.env.cidr_block
  availability_zones = local.env.availability_zones
  cluster_name       = local.env.cluster_name
}
`;
}

/**
 * How the cluster's unit reads its variables, by input: the expression says what
 * holds where `env.yaml` is silent.
 */
export const EKS_VARIABLES: Record<string, string> = {
  kubernetes_version: 'local.env.kubernetes_version',
  endpoint_public_access: 'try(local.env.endpoint_public_access, false)',
  endpoint_public_access_cidrs:
    'try(local.env.endpoint_public_access_cidrs, [])',
  enabled_log_types:
    'try(local.env.enabled_log_types, ["api", "audit", "authenticator", "controllerManager", "scheduler"])',
  log_retention_days: 'try(local.env.log_retention_days, 7)',
  kms_key_arn: 'try(local.env.kms_key_arn, null)',
  enable_addons: 'try(local.env.enable_addons, true)',
  addons: 'try(local.env.addons, [])',
  ami_type: 'try(local.env.ami_type, null)',
  capacity_type: 'try(local.env.capacity_type, null)',
  instance_types: 'try(local.env.instance_types, null)',
  desired_size: 'try(local.env.desired_size, null)',
  max_size: 'try(local.env.max_size, null)',
  min_size: 'try(local.env.min_size, null)',
  node_groups: 'try(local.env.node_groups, {})',
  enable_cluster_autoscaler: 'try(local.env.enable_cluster_autoscaler, false)',
  enable_node_termination_handler:
    'try(local.env.enable_node_termination_handler, false)',
};

const EKS_SECTIONS: [string | undefined, string[]][] = [
  [undefined, ['endpoint_public_access', 'endpoint_public_access_cidrs']],
  [undefined, ['enabled_log_types', 'log_retention_days']],
  ['Without a key in env.yaml the module makes one.', ['kms_key_arn']],
  [undefined, ['enable_addons', 'addons']],
  [
    'What a group in node_groups does not say is as these say.',
    [
      'ami_type',
      'capacity_type',
      'instance_types',
      'desired_size',
      'max_size',
      'min_size',
      'node_groups',
    ],
  ],
  [undefined, ['enable_cluster_autoscaler', 'enable_node_termination_handler']],
];

/** The unit of an environment's cluster; everything it sets stands in the variables. */
export function eksUnit(layout: Modules, vpc: string): string {
  return `${ROOT}
locals {
  env = include.root.locals.env
}

${source(layout, 'aws/eks')}
dependency "vpc" {
  config_path = "${vpc}"

  mock_outputs = {
    vpc_id             = "vpc-00000000"
    private_subnet_ids = ["subnet-00000000", "subnet-11111111"]
  }
${MOCKS_ALLOWED}
}

inputs = {
${aligned([
  ['cluster_name', 'local.env.cluster_name'],
  ['kubernetes_version', EKS_VARIABLES.kubernetes_version],
])}

${aligned([
  ['vpc_id', 'dependency.vpc.outputs.vpc_id'],
  ['subnet_ids', 'dependency.vpc.outputs.private_subnet_ids'],
])}

${EKS_SECTIONS.map(
  ([comment, keys]) =>
    (comment ? `  # ${comment}\n` : '') +
    aligned(keys.map(key => [key, EKS_VARIABLES[key]])),
).join('\n\n')}
}
`;
}

/** A further cluster in a VPC that is there: its values are inputs. */
export function furtherEksUnit(layout: Modules): string {
  return `${ROOT}
${source(layout, 'aws/eks')}
inputs = {
}
`;
}

/** The unit of the roles of workloads, with none. */
export function workloadsUnit(layout: Modules, eks: string): string {
  return `${ROOT}
${source(layout, 'iam/irsa_ml_workloads')}
dependency "eks" {
  config_path = "${eks}"

  mock_outputs = {
    cluster_oidc_issuer_url = "https://oidc.eks.eu-west-2.amazonaws.com/id/00000000000000000000000000000000"
  }
${MOCKS_ALLOWED}
}

inputs = {
  environment     = include.root.locals.env.environment
  oidc_issuer_url = dependency.eks.outputs.cluster_oidc_issuer_url

  workloads = []
}
`;
}

/** The unit of the account's user profiles, with none. */
export function profilesUnit(layout: Modules): string {
  return `${ROOT}
${source(layout, 'user-profiles')}
inputs = {
  profiles = {}
}
`;
}

/** Attributes with their equal signs below each other, as `terraform fmt` has them. */
export function aligned(
  attributes: [string, string][],
  indent: string = '  ',
): string {
  const width = Math.max(...attributes.map(([name]) => name.length));
  return attributes
    .map(([name, value]) => `${indent}${name.padEnd(width)} = ${value}`)
    .join('\n');
}
