locals {
  first_name = split(".", var.profile.username)[0]
  last_name  = split(".", var.profile.username)[1]
  username   = "${local.first_name}-${local.last_name}"
}

resource "aws_iam_user" "this" {
  name = local.username
  path = "/"
}

resource "aws_iam_access_key" "this" {
  count = var.profile.create_access_key ? 1 : 0
  user  = aws_iam_user.this.name
}

data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "AWS"
      identifiers = [aws_iam_user.this.arn]
    }
  }

  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["s3.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "user_access_role" {
  name                 = "mlplatform-access-${local.username}"
  max_session_duration = 28800
  assume_role_policy   = data.aws_iam_policy_document.trust.json
}

resource "aws_iam_role_policy_attachment" "access" {
  role       = aws_iam_role.user_access_role.name
  policy_arn = var.profile.role == "Developer" ? var.access_policy_developer : var.access_policy_user
}

resource "aws_secretsmanager_secret" "this" {
  name                    = var.profile.username
  recovery_window_in_days = 0
}

resource "aws_secretsmanager_secret_version" "this" {
  secret_id = aws_secretsmanager_secret.this.id
  secret_string = jsonencode(merge(
    {
      "username" : var.profile.username
      "email" : var.profile.email
      "role" : var.profile.role
      "firstName" : local.first_name
      "lastName" : local.last_name
      "AWS_role" : aws_iam_role.user_access_role.arn
    },
    { for key in aws_iam_access_key.this : "ACCESS_KEY_ID" => key.id },
    { for key in aws_iam_access_key.this : "SECRET_ACCESS_KEY" => key.secret },
  ))
}
