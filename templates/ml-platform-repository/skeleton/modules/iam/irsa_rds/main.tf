data "aws_caller_identity" "current" {}
data "aws_partition" "current" {}
data "aws_region" "current" {}

locals {
  role_name = var.role_name == null ? var.name : var.role_name

  # https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.IAMPolicy.html
  database_user_arn = "arn:${data.aws_partition.current.partition}:rds-db:${data.aws_region.current.region}:${data.aws_caller_identity.current.account_id}:dbuser:${var.resource_id}/${var.username}"

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "Connect"
        Effect   = "Allow"
        Action   = "rds-db:connect"
        Resource = local.database_user_arn
      },
    ]
  })
}

module "role" {
  count  = var.role_name == null ? 1 : 0
  source = "../irsa_role"

  name            = var.name
  namespace       = var.namespace
  service_account = var.service_account
  oidc_issuer_url = var.oidc_issuer_url
  tags            = var.tags
}

resource "aws_iam_role_policy" "this" {
  name   = coalesce(var.policy_name, "${local.role_name}-rds")
  role   = var.role_name == null ? module.role[0].role_name : var.role_name
  policy = local.policy

  lifecycle {
    precondition {
      condition     = length(replace(local.policy, "/\\s/", "")) <= 10240
      error_message = "The policy has more than the 10,240 characters that IAM allows the inline policies of a role; name fewer resources."
    }
  }
}
