locals {
  workloads  = { for w in var.workloads : w.name => w }
  role_names = { for name in keys(local.workloads) : name => "${var.environment}-${name}-irsa" }

  s3       = { for name, w in local.workloads : name => w.s3_access if w.s3_access != null }
  dynamodb = { for name, w in local.workloads : name => w.dynamodb_access if w.dynamodb_access != null }
  rds      = { for name, w in local.workloads : name => w.rds_access if w.rds_access != null }
}

# A service account carries one role ARN, so a workload has one role, with one
# policy for each kind of access.
module "role" {
  for_each = local.workloads
  source   = "../irsa_role"

  name            = local.role_names[each.key]
  namespace       = each.value.namespace
  service_account = each.value.service_account
  oidc_issuer_url = var.oidc_issuer_url
  tags            = var.tags
}

module "s3" {
  for_each = local.s3
  source   = "../irsa_s3"

  role_name    = module.role[each.key].role_name
  bucket_arns  = each.value.bucket_arns
  kms_key_arns = each.value.kms_key_arns
  read_only    = each.value.read_only
}

module "dynamodb" {
  for_each = local.dynamodb
  source   = "../irsa_dynamodb"

  role_name  = module.role[each.key].role_name
  table_arns = each.value.table_arns
  read_only  = each.value.read_only
}

module "rds" {
  for_each = local.rds
  source   = "../irsa_rds"

  role_name   = module.role[each.key].role_name
  resource_id = each.value.resource_id
  username    = each.value.username
}

locals {
  # As IAM counts them: without white space.
  inline_sizes = {
    for name in keys(local.workloads) : name => sum([
      for access in [module.s3, module.dynamodb, module.rds] : try(length(replace(access[name].policy, "/\\s/", "")), 0)
    ])
  }
}
