locals {
  role_name = var.role_name == null ? var.name : var.role_name

  # https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html
  object_actions = var.read_only ? ["s3:GetObject"] : [
    "s3:AbortMultipartUpload",
    "s3:DeleteObject",
    "s3:GetObject",
    "s3:PutObject",
  ]
  key_actions = var.read_only ? ["kms:Decrypt"] : ["kms:Decrypt", "kms:GenerateDataKey"]

  # S3 uses the keys for the role; by itself the role cannot decrypt what else
  # they protect. The last * is for the .cn of China.
  key_statement = {
    Sid       = "Keys"
    Effect    = "Allow"
    Action    = local.key_actions
    Resource  = var.kms_key_arns
    Condition = { StringLike = { "kms:ViaService" = "s3.*.amazonaws.com*" } }
  }

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat(
      [
        {
          Sid      = "Buckets"
          Effect   = "Allow"
          Action   = ["s3:GetBucketLocation", "s3:ListBucket"]
          Resource = var.bucket_arns
        },
        {
          Sid      = "Objects"
          Effect   = "Allow"
          Action   = local.object_actions
          Resource = [for arn in var.bucket_arns : "${arn}/*"]
        },
      ],
      [for statement in [local.key_statement] : statement if length(var.kms_key_arns) > 0],
    )
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
  name   = coalesce(var.policy_name, "${local.role_name}-s3")
  role   = var.role_name == null ? module.role[0].role_name : var.role_name
  policy = local.policy

  lifecycle {
    precondition {
      condition     = length(replace(local.policy, "/\\s/", "")) <= 10240
      error_message = "The policy has more than the 10,240 characters that IAM allows the inline policies of a role; name fewer resources."
    }
  }
}
