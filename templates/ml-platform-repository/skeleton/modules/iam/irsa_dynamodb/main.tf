locals {
  role_name = var.role_name == null ? var.name : var.role_name

  # https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazondynamodb.html
  read_actions = [
    "dynamodb:BatchGetItem",
    "dynamodb:ConditionCheckItem",
    "dynamodb:DescribeTable",
    "dynamodb:GetItem",
    "dynamodb:Query",
    "dynamodb:Scan",
  ]
  write_actions = [
    "dynamodb:BatchWriteItem",
    "dynamodb:DeleteItem",
    "dynamodb:PutItem",
    "dynamodb:UpdateItem",
  ]

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid    = "Tables"
        Effect = "Allow"
        Action = sort(concat(local.read_actions, var.read_only ? [] : local.write_actions))
        # Queries on an index are authorised on the index, not on its table.
        Resource = flatten([for arn in var.table_arns : [arn, "${arn}/index/*"]])
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
  name   = coalesce(var.policy_name, "${local.role_name}-dynamodb")
  role   = var.role_name == null ? module.role[0].role_name : var.role_name
  policy = local.policy

  lifecycle {
    precondition {
      condition     = length(replace(local.policy, "/\\s/", "")) <= 10240
      error_message = "The policy has more than the 10,240 characters that IAM allows the inline policies of a role; name fewer resources."
    }
  }
}
