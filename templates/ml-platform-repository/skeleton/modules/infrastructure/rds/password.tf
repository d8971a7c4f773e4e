locals {
  # Where the password comes from; whether one was given may be known, the password may not.
  given_password  = nonsensitive(var.rds_password != null)
  foreign_secret  = var.rds_password_secret_name != null
  own_secret      = !local.foreign_secret && !var.manage_master_user_password
  makes_password  = local.own_secret && !local.given_password
  reads_secret_id = local.foreign_secret ? one(data.aws_secretsmanager_secret.given[*].id) : one(aws_secretsmanager_secret_version.main[*].secret_id)

  secret_key = local.foreign_secret ? var.rds_password_secret_key : "password"

  password = var.manage_master_user_password ? null : (
    local.secret_key == null
    ? ephemeral.aws_secretsmanager_secret_version.password[0].secret_string
    : jsondecode(ephemeral.aws_secretsmanager_secret_version.password[0].secret_string)[local.secret_key]
  )
}

# Letters and digits alone: MLflow puts the password into a URI as it is.
ephemeral "random_password" "master" {
  count = local.makes_password ? 1 : 0

  length  = 32
  special = false
}

resource "aws_secretsmanager_secret" "main" {
  count = local.own_secret ? 1 : 0

  name_prefix = "${local.prefix}db-"
  description = "Master user of the database ${var.rds_name}"
  kms_key_id  = var.kms_key_arn

  tags = var.tags
}

resource "aws_secretsmanager_secret_version" "main" {
  count = local.own_secret ? 1 : 0

  secret_id = aws_secretsmanager_secret.main[0].id
  secret_string_wo = jsonencode({
    username = local.username
    password = local.given_password ? var.rds_password : ephemeral.random_password.master[0].result
  })
  secret_string_wo_version = var.rds_password_version
}

data "aws_secretsmanager_secret" "given" {
  count = local.foreign_secret ? 1 : 0

  name = var.rds_password_secret_name
}

# The instance gets what the secret holds, also when a run breaks off between the two.
ephemeral "aws_secretsmanager_secret_version" "password" {
  count = var.manage_master_user_password ? 0 : 1

  secret_id = local.reads_secret_id
}
