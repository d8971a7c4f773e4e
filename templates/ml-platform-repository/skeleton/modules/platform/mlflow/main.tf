data "aws_partition" "current" {}
data "aws_region" "current" {}

locals {
  prefix         = "${var.name_prefix}-${var.namespace}"
  s3_bucket_name = "${local.prefix}-${var.s3_bucket_name}"
  s3_key_prefix  = "users"

  # Other tools find the server by this name: <name>-service.<namespace>.svc.cluster.local
  service_name     = "${var.name}-service"
  service_hostname = "${local.service_name}.${var.namespace}.svc.cluster.local"
  service_port     = 80

  origin   = "${var.certificate_arn == null ? "http" : "https"}://${var.domain_name}"
  url_path = "/${var.domain_suffix}"

  rds_password_given = nonsensitive(var.rds_password != null) || var.rds_password_secret_name != null

  namespace = var.create_namespace ? kubernetes_namespace_v1.this[0].metadata[0].name : var.namespace
}

resource "kubernetes_namespace_v1" "this" {
  count = var.create_namespace ? 1 : 0

  metadata {
    name = var.namespace
  }
}

module "rds" {
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
