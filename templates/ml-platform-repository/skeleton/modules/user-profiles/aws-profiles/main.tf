data "aws_caller_identity" "current" {}
data "aws_partition" "current" {}

locals {
  first_name = split(".", var.profile.username)[0]
  last_name  = split(".", var.profile.username)[1]
  username   = "${local.first_name}-${local.last_name}"

  # The user alone: nothing in the platform has S3 take a person's role.
  trust_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = "arn:${data.aws_partition.current.partition}:iam::${data.aws_caller_identity.current.account_id}:user/${aws_iam_user.this.name}" }
        Action    = "sts:AssumeRole"
      },
    ]
  })

  person = {
    username  = var.profile.username
    email     = var.profile.email
    role      = var.profile.role
    firstName = local.first_name
    lastName  = local.last_name
    AWS_role  = aws_iam_role.user_access_role.arn
  }
  access_key_ids = { for key in aws_iam_access_key.this : "ACCESS_KEY_ID" => key.id }
  access_keys    = { for key in aws_iam_access_key.this : "SECRET_ACCESS_KEY" => key.secret }
}

resource "aws_iam_user" "this" {
  name = local.username
  path = "/"
  tags = var.tags

  # Keys and devices that were added by hand do not keep a removed person's access.
  force_destroy = true
}

resource "aws_iam_access_key" "this" {
  count = var.profile.create_access_key ? 1 : 0

  user = aws_iam_user.this.name
}

resource "aws_iam_role" "user_access_role" {
  name                 = "mlplatform-access-${local.username}"
  description          = "${var.profile.role} ${var.profile.username}"
  max_session_duration = 28800
  assume_role_policy   = local.trust_policy

  # The policy of users lets a person open what carries this name.
  tags = merge(var.tags, { "mlplatform-user" = local.username })
}

resource "aws_iam_role_policy_attachment" "access" {
  for_each = { (var.profile.role) = var.profile.role == "Developer" ? var.access_policy_developer : var.access_policy_user }

  role       = aws_iam_role.user_access_role.name
  policy_arn = each.value
}

resource "aws_secretsmanager_secret" "this" {
  name                    = var.profile.username
  description             = "Access of ${var.profile.username} to the ML platform"
  recovery_window_in_days = var.secret_recovery_window_in_days
  tags                    = var.tags
}

resource "aws_secretsmanager_secret_version" "this" {
  secret_id        = aws_secretsmanager_secret.this.id
  secret_string_wo = jsonencode(merge(local.access_key_ids, local.access_keys, local.person))

  # A write-only value is written when its version changes. The secret key
  # changes only together with its id.
  secret_string_wo_version = parseint(substr(sha256(jsonencode(merge(local.access_key_ids, local.person))), 0, 7), 16)
}
