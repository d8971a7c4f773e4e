data "aws_caller_identity" "current" {}
data "aws_partition" "current" {}

locals {
  # IAM names the provider of a cluster by its issuer without the scheme, in the
  # ARN and in the condition keys alike. It is not looked up, so that a plan can
  # be made before the cluster is there.
  issuer            = trimprefix(var.oidc_issuer_url, "https://")
  oidc_provider_arn = "arn:${data.aws_partition.current.partition}:iam::${data.aws_caller_identity.current.account_id}:oidc-provider/${local.issuer}"

  trust_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { Federated = local.oidc_provider_arn }
        Action    = "sts:AssumeRoleWithWebIdentity"
        Condition = {
          StringEquals = {
            "${local.issuer}:sub" = "system:serviceaccount:${var.namespace}:${var.service_account}"
            "${local.issuer}:aud" = "sts.amazonaws.com"
          }
        }
      },
    ]
  })
}

resource "aws_iam_role" "this" {
  name               = var.name
  description        = coalesce(var.description, "Service account ${var.service_account} in namespace ${var.namespace}")
  assume_role_policy = local.trust_policy
  tags               = var.tags

  lifecycle {
    precondition {
      condition     = length(replace(local.trust_policy, "/\\s/", "")) <= 2048
      error_message = "The trust policy has more than the 2,048 characters that IAM allows."
    }
  }
}
