data "aws_caller_identity" "current" {}

data "aws_partition" "current" {}

data "aws_region" "current" {}

locals {
  account   = data.aws_caller_identity.current.account_id
  region    = data.aws_region.current.region
  partition = data.aws_partition.current.partition

  # Role names end after 64 characters, cluster names after 100.
  role_prefix = length(var.cluster_name) <= 38 ? var.cluster_name : "${substr(var.cluster_name, 0, 29)}-${substr(sha256(var.cluster_name), 0, 8)}"

  log_group_name = "/aws/eks/${var.cluster_name}/cluster"
  log_group_arn  = "arn:${local.partition}:logs:${local.region}:${local.account}:log-group:${local.log_group_name}"
  log_types      = var.enable_cloudwatch_logs ? var.enabled_log_types : []
}
