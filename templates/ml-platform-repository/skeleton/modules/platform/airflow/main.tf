data "aws_caller_identity" "current" {}
data "aws_region" "current" {}

locals {
  prefix                       = "${var.name_prefix}-${var.namespace}"
  k8s_airflow_db_secret_name   = "${local.prefix}-db-auth"
  git_airflow_repo_secret_name = "${local.prefix}-https-git-secret"
  git_organization_secret_name = "${local.prefix}-organization-git-secret"
  keys_secret_name             = "${local.prefix}-keys"
  s3_data_bucket_secret_name   = "${var.namespace}-${var.s3_data_bucket_secret_name}"
  s3_data_bucket_name          = "${local.prefix}-${var.s3_data_bucket_name}"

  service_account_name = "airflow-sa"

  origin = "${var.certificate_arn == null ? "http" : "https"}://${var.domain_name}"
  url    = "${local.origin}/${var.domain_suffix}"

  airflow_variable_list_full = concat(var.airflow_variable_list, [
    { key = "s3_access_name", value = local.s3_data_bucket_secret_name },
  ])

  namespace = var.create_namespace ? kubernetes_namespace_v1.airflow[0].metadata[0].name : var.namespace
}

resource "kubernetes_namespace_v1" "airflow" {
  count = var.create_namespace ? 1 : 0

  metadata {
    name = var.namespace
  }
}

module "iam_service_account" {
  source = "./iam-service-account"

  name_prefix                 = var.name_prefix
  namespace                   = var.namespace
  service_account_name        = local.service_account_name
  oidc_provider_arn           = var.oidc_provider_arn
  s3_mlflow_bucket_policy_arn = var.s3_mlflow_bucket_policy_arn
  tags                        = var.tags
}

module "s3_data_storage" {
  source = "./data-storage"

  namespace                  = local.namespace
  s3_data_bucket_name        = local.s3_data_bucket_name
  s3_data_bucket_secret_name = local.s3_data_bucket_secret_name
  s3_force_destroy           = var.s3_force_destroy
  role_name                  = module.iam_service_account.airflow_service_account_role_name
  role_arn                   = module.iam_service_account.airflow_service_account_role_arn
  tags                       = var.tags
}

module "rds_airflow" {
  source = "../../infrastructure/rds"

  rds_identifier              = local.prefix
  vpc_id                      = var.vpc_id
  private_subnets             = var.private_subnets
  private_subnets_cidr_blocks = var.private_subnets_cidr_blocks
  rds_port                    = var.rds_port
  rds_name                    = var.rds_name
  rds_password                = var.rds_password
  rds_password_secret_name    = var.rds_password_secret_name
  rds_password_secret_key     = var.rds_password_secret_key
  # Only a password that others may change is sent again; a generated one stays.
  rds_password_version  = local.rds_password_given ? var.secrets_revision : 1
  rds_engine            = var.rds_engine
  rds_engine_version    = var.rds_engine_version
  rds_instance_class    = var.rds_instance_class
  storage_type          = var.rds_storage_type
  max_allocated_storage = var.rds_max_allocated_storage
  deletion_protection   = var.rds_deletion_protection
  skip_final_snapshot   = var.rds_skip_final_snapshot
  tags                  = var.tags
}
