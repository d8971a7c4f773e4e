include "root" {
  path   = find_in_parent_folders("root.hcl")
  expose = true
}

locals {
  env = include.root.locals.env
}

terraform {
  source = "${get_repo_root()}/modules//aws/eks"
}

dependency "vpc" {
  config_path = "../vpc"

  mock_outputs = {
    vpc_id             = "vpc-00000000"
    private_subnet_ids = ["subnet-00000000", "subnet-11111111"]
  }
  mock_outputs_allowed_terraform_commands = ["init", "validate", "plan"]
}

inputs = {
  cluster_name       = local.env.cluster_name
  kubernetes_version = local.env.kubernetes_version

  vpc_id     = dependency.vpc.outputs.vpc_id
  subnet_ids = dependency.vpc.outputs.private_subnet_ids

  endpoint_public_access       = try(local.env.endpoint_public_access, false)
  endpoint_public_access_cidrs = try(local.env.endpoint_public_access_cidrs, [])

  enabled_log_types  = try(local.env.enabled_log_types, ["api", "audit", "authenticator", "controllerManager", "scheduler"])
  log_retention_days = try(local.env.log_retention_days, 7)

  # Without a key in env.yaml the module makes one.
  kms_key_arn = try(local.env.kms_key_arn, null)

  enable_addons = try(local.env.enable_addons, true)
  addons        = try(local.env.addons, [])

  # What a group in node_groups does not say is as these say.
  ami_type       = try(local.env.ami_type, null)
  capacity_type  = try(local.env.capacity_type, null)
  instance_types = try(local.env.instance_types, null)
  desired_size   = try(local.env.desired_size, null)
  max_size       = try(local.env.max_size, null)
  min_size       = try(local.env.min_size, null)
  node_groups    = try(local.env.node_groups, {})

  enable_cluster_autoscaler       = try(local.env.enable_cluster_autoscaler, false)
  enable_node_termination_handler = try(local.env.enable_node_termination_handler, false)
}
