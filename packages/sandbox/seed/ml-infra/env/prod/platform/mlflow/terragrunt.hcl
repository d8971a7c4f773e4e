include "root" {
  path   = find_in_parent_folders("root.hcl")
  expose = true
}

include "kubernetes" {
  path = find_in_parent_folders("kubernetes.hcl")
}

terraform {
  source = "${get_repo_root()}/modules//platform/mlflow"
}

dependency "eks" {
  config_path = "../../aws/eks"

  mock_outputs = {
    oidc_provider_arn = "arn:aws:iam::000000000000:oidc-provider/oidc.eks.eu-west-2.amazonaws.com/id/00000000000000000000000000000000"
  }
  mock_outputs_allowed_terraform_commands = ["init", "validate", "plan"]
}

dependency "vpc" {
  config_path = "../../aws/vpc"

  mock_outputs = {
    vpc_id                     = "vpc-00000000"
    private_subnet_ids         = ["subnet-00000000", "subnet-11111111"]
    private_subnet_cidr_blocks = ["10.0.0.0/22", "10.0.4.0/22"]
  }
  mock_outputs_allowed_terraform_commands = ["init", "validate", "plan"]
}

inputs = {
  name_prefix = "${include.root.locals.env.project}-${include.root.locals.env.environment}"
  domain_name = "ml.prod.acme.example"

  oidc_provider_arn           = dependency.eks.outputs.oidc_provider_arn
  vpc_id                      = dependency.vpc.outputs.vpc_id
  private_subnets             = dependency.vpc.outputs.private_subnet_ids
  private_subnets_cidr_blocks = dependency.vpc.outputs.private_subnet_cidr_blocks

  # The server sleeps badly when a node is drained at night.
  replicas = 2
}
