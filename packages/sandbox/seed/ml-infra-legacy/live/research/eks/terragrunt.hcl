include {
  path = find_in_parent_folders()
}

terraform {
  source = "git::ssh://git@github.com/acme/terraform-modules.git//eks?ref=v1.8.0"
}

dependency "vpc" {
  config_path = "../vpc"
}

inputs = {
  vpc_id     = dependency.vpc.outputs.vpc_id
  subnet_ids = dependency.vpc.outputs.private_subnets
}
