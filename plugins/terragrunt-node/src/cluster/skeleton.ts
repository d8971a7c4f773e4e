import { stringify, Document, isMap, isScalar, Scalar } from 'yaml';
import { Variables } from './environmentVariables';

const SECTIONS: [string, string[]][] = [
  ['Backend', ['bucket', 'dynamodb_table']],
  [
    'Project',
    [
      'availability_zones',
      'aws_account_id',
      'cidr_block',
      'environment',
      'profile',
      'project',
      'region',
      'stage',
    ],
  ],
  [
    'Clusters',
    [
      'cluster_name',
      'kubernetes_version',
      'endpoint_public_access',
      'endpoint_public_access_cidrs',
      'enabled_log_types',
      'log_retention_days',
      'kms_key_arn',
      'enable_ray',
      'enable_cluster_autoscaler',
      'enable_node_termination_handler',
    ],
  ],
  [
    'GPU nodes',
    [
      'ami_type',
      'capacity_type',
      'desired_size',
      'instance_types',
      'max_size',
      'min_size',
    ],
  ],
  ['Node groups. What a group does not say is as above.', ['node_groups']],
  ['Add-ons', ['enable_addons', 'addons']],
];

/** The variables of a new environment, in sections as the seed has them. */
export function newEnvironmentFile(variables: Variables): string {
  return SECTIONS.flatMap(([title, keys]) => {
    const present = keys.filter(key => variables[key] !== undefined);
    return present.length === 0
      ? []
      : [
          `# ${title}\n${present
            .map(key => renderVariable(key, variables[key]))
            .join('')}`,
        ];
  }).join('\n');
}

/** Texts in quotes and lists of texts on one line, as the seed writes them. */
function renderVariable(key: string, value: unknown): string {
  const document = new Document({ [key]: value });
  if (
    Array.isArray(value) &&
    value.every(item => typeof item === 'string') &&
    isMap(document.contents)
  ) {
    const list = document.contents.get(key, true) as { flow?: boolean };
    list.flow = true;
  }
  quoteTexts(document.contents);
  return stringify(document, { lineWidth: 0, flowCollectionPadding: false });
}

function quoteTexts(node: unknown): void {
  if (isMap(node)) {
    node.items.forEach(pair => quoteTexts(pair.value));
  } else if (isScalar(node)) {
    if (typeof node.value === 'string') {
      node.type = Scalar.QUOTE_DOUBLE;
    }
  } else if (node && typeof node === 'object' && 'items' in node) {
    (node.items as unknown[]).forEach(quoteTexts);
  }
}

const INCLUDE = `include "root" {
  path   = find_in_parent_folders("root.hcl")
  expose = true
}
`;

const EKS_MODULE = 'tfr:///terraform-aws-modules/eks/aws?version=21.19.0';
const IAM_MODULE =
  'tfr:///terraform-aws-modules/iam/aws//modules/iam-role-for-service-accounts?version=6.2.3';

/** The unit of the network. */
export const VPC_UNIT = `${INCLUDE}
locals {
  env = include.root.locals.env
}

terraform {
  source = "tfr:///terraform-aws-modules/vpc/aws?version=6.0.1"
}

inputs = {
  name = "\${local.env.project}-\${local.env.environment}"
  cidr = local.env.cidr_block
  azs  = local.env.availability_zones

  # A quarter a zone for nodes and pods, a sixteenth a zone for what faces the internet.
  private_subnets = [for i, _ in local.env.availability_zones : cidrsubnet(local.env.cidr_block, 2, i)]
  public_subnets  = [for i, _ in local.env.availability_zones : cidrsubnet(local.env.cidr_block, 4, i + 12)]

  private_subnet_tags = { "kubernetes.io/role/internal-elb" = "1" }
  public_subnet_tags  = { "kubernetes.io/role/elb" = "1" }

  enable_nat_gateway = true
  single_nat_gateway = true
}
`;

/** The unit of the cluster; everything it sets stands in the variables. */
export const EKS_UNIT = `${INCLUDE}
locals {
  env = include.root.locals.env
}

terraform {
  source = "${EKS_MODULE}"
}

dependency "vpc" {
  config_path = "../vpc"

  mock_outputs = {
    vpc_id          = "vpc-00000000"
    private_subnets = ["subnet-00000000", "subnet-11111111"]
  }
  mock_outputs_allowed_terraform_commands = ["init", "validate", "plan"]
}

inputs = {
  name               = local.env.cluster_name
  kubernetes_version = local.env.kubernetes_version
  enable_irsa        = true

  vpc_id     = dependency.vpc.outputs.vpc_id
  subnet_ids = dependency.vpc.outputs.private_subnets

  endpoint_private_access      = true
  endpoint_public_access       = local.env.endpoint_public_access
  endpoint_public_access_cidrs = local.env.endpoint_public_access_cidrs

  enabled_log_types                      = local.env.enabled_log_types
  cloudwatch_log_group_retention_in_days = local.env.log_retention_days

  # Without a key in env.yaml the module makes one.
  create_kms_key = !can(local.env.kms_key_arn)
  encryption_config = {
    provider_key_arn = try(local.env.kms_key_arn, null)
    resources        = ["secrets"]
  }

  addons = merge(
    {
      coredns    = { resolve_conflicts_on_create = "OVERWRITE" }
      kube-proxy = { resolve_conflicts_on_create = "OVERWRITE" }
      vpc-cni    = { resolve_conflicts_on_create = "OVERWRITE", before_compute = true }
    },
    {
      for addon in(local.env.enable_addons ? local.env.addons : []) : addon.addon_name => {
        addon_version            = try(addon.addon_version, null)
        service_account_role_arn = try(addon.service_account_role_arn, null)
      }
    },
  )

  eks_managed_node_groups = {
    for name, group in local.env.node_groups : name => {
      ami_type       = try(group.ami_type, local.env.ami_type)
      capacity_type  = try(group.capacity_type, local.env.capacity_type)
      instance_types = try(group.instance_types, local.env.instance_types)
      desired_size   = try(group.desired_size, local.env.desired_size)
      max_size       = try(group.max_size, local.env.max_size)
      min_size       = try(group.min_size, local.env.min_size)

      labels = try(group.labels, {})
      taints = try(group.taints, {})

      block_device_mappings = {
        root = {
          device_name = "/dev/xvda"
          ebs = {
            volume_size = try(group.disk_size, 100)
            volume_type = "gp3"
            iops        = 3000
            encrypted   = true
          }
        }
      }
    }
  }
}
`;

/** A further cluster: what differs is set in its inputs. */
export const FURTHER_EKS_UNIT = `${INCLUDE}
terraform {
  source = "${EKS_MODULE}"
}

inputs = {
  enable_irsa             = true
  endpoint_private_access = true
}
`;

/** The unit of the roles of workloads, with none. */
export function workloadsUnit(eks: string): string {
  return `${INCLUDE}
terraform {
  source = "\${get_repo_root()}/modules//iam/irsa_ml_workloads"
}

dependency "eks" {
  config_path = "${eks}"

  mock_outputs = {
    cluster_oidc_issuer_url = "https://oidc.eks.eu-west-2.amazonaws.com/id/00000000000000000000000000000000"
  }
  mock_outputs_allowed_terraform_commands = ["init", "validate", "plan"]
}

inputs = {
  environment     = include.root.locals.env.environment
  oidc_issuer_url = dependency.eks.outputs.cluster_oidc_issuer_url

  workloads = []
}
`;
}

/** The unit of the account's user profiles, with none. */
export const PROFILES_UNIT = `include "root" {
  path = find_in_parent_folders("root.hcl")
}

terraform {
  source = "\${get_repo_root()}/modules//iam/user_profiles"
}

inputs = {
  profiles = {}
}
`;

/** The role of a controller in kube-system, by the service account it runs as. */
export function controllerRoleUnit(options: {
  name: string;
  attach: string;
  serviceAccount: string;
}): string {
  const { name, attach, serviceAccount } = options;
  return `${INCLUDE}
terraform {
  source = "${IAM_MODULE}"
}

dependency "eks" {
  config_path = "../eks"

  mock_outputs = {
    cluster_name      = "cluster"
    oidc_provider_arn = "arn:aws:iam::000000000000:oidc-provider/oidc.eks.eu-west-2.amazonaws.com/id/00000000000000000000000000000000"
  }
  mock_outputs_allowed_terraform_commands = ["init", "validate", "plan"]
}

inputs = {
  name            = "\${include.root.locals.env.environment}-${name}-irsa"
  use_name_prefix = false

  ${attach} = true
${
  name === 'cluster-autoscaler'
    ? '  cluster_autoscaler_cluster_names = [dependency.eks.outputs.cluster_name]\n'
    : ''
}
  oidc_providers = {
    main = {
      provider_arn               = dependency.eks.outputs.oidc_provider_arn
      namespace_service_accounts = ["kube-system:${serviceAccount}"]
    }
  }
}
`;
}
