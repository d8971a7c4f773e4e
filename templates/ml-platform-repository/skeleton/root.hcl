# Included by every unit as "root". State, provider and tags follow from the
# env.yaml above the unit, so that a unit holds nothing but its own inputs.

terragrunt_version_constraint = ">= 1.1.3"
terraform_version_constraint  = ">= 1.11"

locals {
  env  = yamldecode(file(find_in_parent_folders("env.yaml")))
  unit = path_relative_to_include()

  # People use a profile of theirs; CI has credentials for the one account.
  profile = get_env("CI", "") == "" ? try(local.env.profile, "") : ""

  # Terragrunt sees that a unit depends on the *.tf files of its module, but not
  # on charts, policies and modules below it. Marked as read, a change of any of
  # them counts as a change of the unit.
  module       = try(regex("modules//([A-Za-z0-9_/-]+)", file("${get_terragrunt_dir()}/terragrunt.hcl"))[0], "")
  module_files = local.module == "" ? [] : mark_glob_as_read("${get_repo_root()}/modules/${local.module}/**")
}

# The bucket is made by `terragrunt backend bootstrap` (see README.md). Locks are
# objects beside the state, so no DynamoDB table is needed.
remote_state {
  backend = "s3"

  generate = {
    path      = "backend.tf"
    if_exists = "overwrite_terragrunt"
  }

  config = merge(
    {
      bucket       = local.env.bucket
      key          = "${local.unit}/terraform.tfstate"
      region       = local.env.region
      encrypt      = true
      use_lockfile = true
    },
    { for key, value in { profile = local.profile } : key => value if value != "" },
  )
}

generate "provider" {
  path      = "provider.tf"
  if_exists = "overwrite_terragrunt"
  contents  = <<-EOT
    provider "aws" {
      region              = ${jsonencode(local.env.region)}
      allowed_account_ids = [${jsonencode(tostring(local.env.aws_account_id))}]
      profile             = ${local.profile == "" ? "null" : jsonencode(local.profile)}

      default_tags {
        tags = {
          environment = ${jsonencode(local.env.environment)}
          project     = ${jsonencode(local.env.project)}
          stage       = ${jsonencode(try(local.env.stage, local.env.environment))}
          managed_by  = "terragrunt"
          source      = "{{owner}}/{{name}}//${local.unit}"
        }
      }
    }
  EOT
}
