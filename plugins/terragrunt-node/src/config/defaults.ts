import { EnvironmentKeys, RepositoryLayout } from './RepositoryConfig';

/** The layout of a repository which says nothing else. */
export const defaultLayout: RepositoryLayout = {
  environments: 'env/*/env.yaml',
  environmentFile: 'env/{environment}/env.yaml',
  catalogEntity: 'env/{environment}/catalog/{kind}-{name}.yaml',
  workloads: {
    file: 'env/{environment}/aws/irsa-ml-workloads/terragrunt.hcl',
    attribute: 'inputs.workloads',
  },
  profiles: {
    file: 'env/{environment}/aws/user-profiles/terragrunt.hcl',
    attribute: 'inputs.profiles',
  },
  network: 'env/{environment}/aws/vpc/terragrunt.hcl',
  cluster: 'env/{environment}/aws/eks/terragrunt.hcl',
  furtherCluster: 'env/{environment}/aws/eks-{name}/terragrunt.hcl',
  tools: 'env/{environment}/platform/{name}/terragrunt.hcl',
  // A function of Terragrunt: it stands in the unit as it is.
  modules: `\${get_repo_root()}/modules//`,
};

/** The keys of the seed's `env.yaml`. */
export const defaultEnvironmentKeys: EnvironmentKeys = {
  environment: 'environment',
  region: 'region',
  account: 'aws_account_id',
  project: 'project',
  cluster: 'cluster_name',
  domain: 'domain_name',
};

export const defaultLabels = ['ml-platform'];

/**
 * Namespaces no workload may use: those of Kubernetes itself, and `default`, because whatever names no
 * namespace lands there and would get the workload's access.
 */
export const defaultReservedNamespaces = [
  'default',
  'kube-system',
  'kube-public',
  'kube-node-lease',
];
