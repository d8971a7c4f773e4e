include "root" {
  path   = find_in_parent_folders("root.hcl")
  expose = true
}

locals {
  env = include.root.locals.env
}

terraform {
  source = "tfr:///terraform-aws-modules/vpc/aws?version=6.0.1"
}

inputs = {
  name = "${local.env.project}-${local.env.environment}"
  cidr = local.env.cidr_block
  azs  = local.env.availability_zones

  # The upper half for nodes and pods, the rest for what faces the internet.
  private_subnets = [for i, _ in local.env.availability_zones : cidrsubnet(local.env.cidr_block, 2, i)]
  public_subnets  = [for i, _ in local.env.availability_zones : cidrsubnet(local.env.cidr_block, 4, i + 12)]

  enable_nat_gateway = true
  single_nat_gateway = true
}
