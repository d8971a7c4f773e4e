include "root" {
  path   = find_in_parent_folders("root.hcl")
  expose = true
}

locals {
  env = include.root.locals.env
}

terraform {
  source = "${get_repo_root()}/modules//aws/vpc"
}

inputs = {
  name               = "${local.env.project}-${local.env.environment}"
  cidr_block         = local.env.cidr_block
  availability_zones = local.env.availability_zones
  cluster_name       = local.env.cluster_name

  # A zone that fails must not take the way out of the others with it.
  single_nat_gateway = false
}
