const INCLUDE = `include "root" {
  path   = find_in_parent_folders("root.hcl")
  expose = true
}
`;

const IAM_MODULE =
  'tfr:///terraform-aws-modules/iam/aws//modules/iam-role-for-service-accounts?version=6.2.3';

/**
 * The role of a controller in kube-system, by the service account it runs as: for
 * clusters of the registry's module, which makes none itself.
 */
export function controllerRoleUnit(options: {
  name: string;
  attach: string;
  serviceAccount: string;
  /** Path of the cluster's unit from this one. */
  eks: string;
}): string {
  const { name, attach, serviceAccount, eks } = options;
  return `${INCLUDE}
terraform {
  source = "${IAM_MODULE}"
}

dependency "eks" {
  config_path = "${eks}"

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
