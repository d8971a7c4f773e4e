include "root" {
  path   = find_in_parent_folders("root.hcl")
  expose = true
}

locals {
  env = include.root.locals.env
}

terraform {
  source = "tfr:///terraform-aws-modules/eks/aws?version=21.19.0"
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

  eks_managed_node_groups = {
    gpu = {
      ami_type       = local.env.ami_type
      capacity_type  = local.env.capacity_type
      instance_types = local.env.instance_types
      desired_size   = local.env.desired_size
      max_size       = local.env.max_size
      min_size       = local.env.min_size

      taints = {
        gpu = { key = "nvidia.com/gpu", value = "true", effect = "NO_SCHEDULE" }
      }
    }
  }
}
