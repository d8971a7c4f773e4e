data "aws_caller_identity" "current" {}
data "aws_partition" "current" {}
data "aws_region" "current" {}

data "aws_iam_openid_connect_provider" "cluster" {
  url = var.oidc_issuer_url
}

locals {
  workloads = { for w in var.workloads : w.name => w }
  # The condition keys name the provider as its ARN does.
  issuer = split("oidc-provider/", data.aws_iam_openid_connect_provider.cluster.arn)[1]

  s3_read        = ["s3:GetObject"]
  s3_write       = ["s3:AbortMultipartUpload", "s3:DeleteObject", "s3:GetObject", "s3:PutObject"]
  dynamodb_read  = ["dynamodb:BatchGetItem", "dynamodb:ConditionCheckItem", "dynamodb:DescribeTable", "dynamodb:GetItem", "dynamodb:Query", "dynamodb:Scan"]
  dynamodb_write = concat(local.dynamodb_read, ["dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem", "dynamodb:BatchWriteItem"])
}

data "aws_iam_policy_document" "trust" {
  for_each = local.workloads

  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]

    principals {
      type        = "Federated"
      identifiers = [data.aws_iam_openid_connect_provider.cluster.arn]
    }

    condition {
      test     = "StringEquals"
      variable = "${local.issuer}:sub"
      values   = ["system:serviceaccount:${each.value.namespace}:${each.value.service_account}"]
    }

    condition {
      test     = "StringEquals"
      variable = "${local.issuer}:aud"
      values   = ["sts.amazonaws.com"]
    }
  }
}

# A service account carries one role ARN, so there is one role per workload.
resource "aws_iam_role" "workload" {
  for_each = local.workloads

  name               = "${var.environment}-${each.key}-irsa"
  assume_role_policy = data.aws_iam_policy_document.trust[each.key].json
  tags               = var.tags
}

data "aws_iam_policy_document" "s3" {
  for_each = { for name, w in local.workloads : name => w.s3_access if w.s3_access != null }

  statement {
    sid       = "Buckets"
    actions   = ["s3:GetBucketLocation", "s3:ListBucket"]
    resources = each.value.bucket_arns
  }

  statement {
    sid       = "Objects"
    actions   = each.value.read_only ? local.s3_read : local.s3_write
    resources = [for arn in each.value.bucket_arns : "${arn}/*"]
  }

  dynamic "statement" {
    for_each = length(each.value.kms_key_arns) > 0 ? [1] : []
    content {
      sid       = "Keys"
      actions   = each.value.read_only ? ["kms:Decrypt"] : ["kms:Decrypt", "kms:GenerateDataKey"]
      resources = each.value.kms_key_arns
    }
  }
}

resource "aws_iam_role_policy" "s3" {
  for_each = data.aws_iam_policy_document.s3

  name   = "${aws_iam_role.workload[each.key].name}-s3"
  role   = aws_iam_role.workload[each.key].id
  policy = each.value.json
}

data "aws_iam_policy_document" "dynamodb" {
  for_each = { for name, w in local.workloads : name => w.dynamodb_access if w.dynamodb_access != null }

  statement {
    sid       = "Tables"
    actions   = each.value.read_only ? local.dynamodb_read : local.dynamodb_write
    resources = flatten([for arn in each.value.table_arns : [arn, "${arn}/index/*"]])
  }
}

resource "aws_iam_role_policy" "dynamodb" {
  for_each = data.aws_iam_policy_document.dynamodb

  name   = "${aws_iam_role.workload[each.key].name}-dynamodb"
  role   = aws_iam_role.workload[each.key].id
  policy = each.value.json
}

data "aws_iam_policy_document" "rds" {
  for_each = { for name, w in local.workloads : name => w.rds_access if w.rds_access != null }

  statement {
    sid     = "Connect"
    actions = ["rds-db:connect"]
    resources = [
      "arn:${data.aws_partition.current.partition}:rds-db:${data.aws_region.current.region}:${data.aws_caller_identity.current.account_id}:dbuser:${each.value.resource_id}/${each.value.username}"
    ]
  }
}

resource "aws_iam_role_policy" "rds" {
  for_each = data.aws_iam_policy_document.rds

  name   = "${aws_iam_role.workload[each.key].name}-rds"
  role   = aws_iam_role.workload[each.key].id
  policy = each.value.json
}

resource "kubernetes_namespace_v1" "workload" {
  for_each = { for w in var.workloads : w.namespace => w if w.create_namespace }

  metadata {
    name   = each.key
    labels = each.value.namespace_labels
  }
}

resource "kubernetes_service_account_v1" "workload" {
  for_each = { for name, w in local.workloads : name => w if w.create_service_account }

  metadata {
    name      = each.value.service_account
    namespace = each.value.namespace
    annotations = {
      "eks.amazonaws.com/role-arn" = aws_iam_role.workload[each.key].arn
    }
  }

  depends_on = [kubernetes_namespace_v1.workload]
}
