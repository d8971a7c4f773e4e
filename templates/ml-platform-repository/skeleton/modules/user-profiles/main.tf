data "aws_caller_identity" "current" {}
data "aws_partition" "current" {}

locals {
  policy_prefix = var.name_prefix == null ? "" : "${var.name_prefix}-"
  placeholders = {
    partition  = data.aws_partition.current.partition
    account_id = data.aws_caller_identity.current.account_id
  }
  users = toset([for key, profile in var.profiles : key if profile.role == "User"])

  developer_access = jsondecode(templatefile("${path.module}/access_policies/AccessPolicyDeveloper.json", local.placeholders))
  user_access      = jsondecode(templatefile("${path.module}/access_policies/AccessPolicyUser.json", local.placeholders))

  pass_role_statement = {
    Sid       = "PassExecutionRoles"
    Effect    = "Allow"
    Action    = "iam:PassRole"
    Resource  = var.sagemaker_execution_role_arns
    Condition = { StringEquals = { "iam:PassedToService" = "sagemaker.amazonaws.com" } }
  }

  developer_policy = jsonencode(local.developer_access)
  user_policy = jsonencode({
    Version = local.user_access.Version
    Statement = concat(
      local.user_access.Statement,
      [for statement in [local.pass_role_statement] : statement if length(var.sagemaker_execution_role_arns) > 0],
    )
  })
}

resource "aws_iam_policy" "mlplatform_developer_access_policy" {
  name        = "${local.policy_prefix}mlplatform-developer-access-policy"
  description = "Platform developers: run EKS, EC2, S3, RDS and VPC of this account"
  policy      = local.developer_policy
  tags        = var.tags

  lifecycle {
    precondition {
      condition     = length(replace(local.developer_policy, "/\\s/", "")) <= 6144
      error_message = "The policy has more than the 6,144 characters that IAM allows a managed policy."
    }
  }
}

resource "aws_iam_policy" "mlplatform_user_access_policy" {
  name        = "${local.policy_prefix}mlplatform-user-access-policy"
  description = "Platform users: work with SageMaker in this account"
  policy      = local.user_policy
  tags        = var.tags

  lifecycle {
    precondition {
      condition     = length(replace(local.user_policy, "/\\s/", "")) <= 6144
      error_message = "The policy has more than the 6,144 characters that IAM allows a managed policy; name fewer execution roles."
    }
  }
}

module "aws_profiles" {
  for_each = var.profiles
  source   = "./aws-profiles"

  profile = {
    username          = each.value.username
    email             = each.value.email
    role              = each.value.role
    create_access_key = each.value.create_access_key == null ? var.create_access_keys : each.value.create_access_key
  }

  access_policy_developer = aws_iam_policy.mlplatform_developer_access_policy.arn
  access_policy_user      = aws_iam_policy.mlplatform_user_access_policy.arn

  secret_recovery_window_in_days = var.secret_recovery_window_in_days
  tags                           = var.tags
}

resource "aws_iam_role_policy_attachment" "sagemaker_access_user_role_policy" {
  for_each = var.sagemaker_full_access ? local.users : toset([])

  role       = module.aws_profiles[each.key].role_name
  policy_arn = "arn:${data.aws_partition.current.partition}:iam::aws:policy/AmazonSageMakerFullAccess"
}
