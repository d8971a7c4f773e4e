# Included by every unit. State and providers follow from the environment's
# env.yaml, so that a unit holds nothing but its own inputs.

locals {
  env  = yamldecode(file(find_in_parent_folders("env.yaml")))
  unit = path_relative_to_include()
}

remote_state {
  backend = "s3"

  generate = {
    path      = "backend.tf"
    if_exists = "overwrite_terragrunt"
  }

  config = {
    bucket         = local.env.bucket
    dynamodb_table = local.env.dynamodb_table
    key            = "${local.unit}/terraform.tfstate"
    region         = local.env.region
    encrypt        = true
  }
}

generate "provider" {
  path      = "provider.tf"
  if_exists = "overwrite_terragrunt"
  contents  = <<-EOT
    provider "aws" {
      region              = "${local.env.region}"
      allowed_account_ids = ["${local.env.aws_account_id}"]

      default_tags {
        tags = {
          environment = "${local.env.environment}"
          project     = "${local.env.project}"
          managed_by  = "terragrunt"
          source      = "acme/ml-infra//${local.unit}"
        }
      }
    }
  EOT
}
