# Root of all units under live/. Named terragrunt.hcl because that is what
# find_in_parent_folders() looks for when it is called without a name.

locals {
  account = read_terragrunt_config(find_in_parent_folders("account.hcl"))
  env     = read_terragrunt_config(find_in_parent_folders("env.hcl"))
}

remote_state {
  backend = "s3"
  generate = {
    path      = "backend.tf"
    if_exists = "overwrite"
  }
  config = {
    bucket  = "acme-tfstate-${local.account.locals.aws_account_id}"
    key     = "${path_relative_to_include()}/terraform.tfstate"
    region  = local.env.locals.aws_region
    encrypt = true
  }
}

generate "provider" {
  path      = "provider.tf"
  if_exists = "overwrite"
  contents  = <<EOF
provider "aws" {
  region              = "${local.env.locals.aws_region}"
  allowed_account_ids = ["${local.account.locals.aws_account_id}"]
}
EOF
}

inputs = merge(local.account.locals, local.env.locals)
