# No value below is kept in the state: what is generated or read is ephemeral, and
# what it is written to takes it write-only.

locals {
  secret_name = "${local.prefix}-server"
  auth_typed  = nonsensitive(var.auth_admin_password != null)
}

ephemeral "random_password" "admin" {
  count = var.auth_enabled ? 1 : 0

  length  = 24
  special = false
}

ephemeral "random_password" "session" {
  count = var.auth_enabled ? 1 : 0

  length  = 48
  special = false
}

ephemeral "aws_secretsmanager_secret_version" "admin" {
  count = var.auth_enabled && var.auth_admin_password_secret_name != null ? 1 : 0

  secret_id = var.auth_admin_password_secret_name
}

locals {
  admin_password_read = [
    for version in ephemeral.aws_secretsmanager_secret_version.admin :
    var.auth_admin_password_secret_key == null ? version.secret_string : tostring(jsondecode(version.secret_string)[var.auth_admin_password_secret_key])
  ]

  admin_password_new = (
    var.auth_admin_password_secret_name != null ? one(local.admin_password_read)
    : local.auth_typed ? var.auth_admin_password
    : one(ephemeral.random_password.admin[*].result)
  )
}

# What people look up to sign in for the first time, and what the sessions are signed
# with. Written once: MLflow takes the password when it makes its first user, never again.
resource "aws_secretsmanager_secret" "auth" {
  count = var.auth_enabled ? 1 : 0

  # A name that is deleted stays taken for days; with a new one MLflow can come back at once.
  name_prefix             = "${local.prefix}-auth-"
  description             = "MLflow of ${local.prefix}: first user and key of the sessions"
  recovery_window_in_days = 7
  tags                    = var.tags
}

resource "aws_secretsmanager_secret_version" "auth" {
  count = var.auth_enabled ? 1 : 0

  secret_id                = aws_secretsmanager_secret.auth[0].id
  secret_string_wo_version = 1
  secret_string_wo = jsonencode({
    username   = var.auth_admin_username
    password   = local.admin_password_new
    secret_key = ephemeral.random_password.session[0].result
  })
}

# Read back, so that cluster and Secrets Manager hold the same values even when an
# apply stopped between the two.
ephemeral "aws_secretsmanager_secret_version" "auth" {
  count = var.auth_enabled ? 1 : 0

  secret_id = aws_secretsmanager_secret_version.auth[0].secret_id
}

ephemeral "aws_secretsmanager_secret_version" "database" {
  secret_id = module.rds.rds_secret_arn
}

locals {
  database_password = (
    module.rds.rds_secret_key == null
    ? ephemeral.aws_secretsmanager_secret_version.database.secret_string
    : tostring(jsondecode(ephemeral.aws_secretsmanager_secret_version.database.secret_string)[module.rds.rds_secret_key])
  )

  auth = one([for version in ephemeral.aws_secretsmanager_secret_version.auth : jsondecode(version.secret_string)])

  database_uri = "postgresql+psycopg2://${module.rds.rds_username}:${urlencode(local.database_password)}@${module.rds.rds_host}:${var.rds_port}/${module.rds.rds_dbname}"

  # A percent sign is escaped once more: the file is read by Python's configparser.
  auth_config = !var.auth_enabled ? null : join("\n", [
    "[mlflow]",
    "default_permission = ${var.auth_default_permission}",
    "database_uri = ${replace(local.database_uri, "%", "%%")}",
    "admin_username = ${local.auth.username}",
    "admin_password = ${replace(local.auth.password, "%", "%%")}",
    "authorization_function = mlflow.server.auth:authenticate_request_basic_auth",
    "",
  ])
}

resource "kubernetes_secret_v1" "server" {
  metadata {
    name      = local.secret_name
    namespace = local.namespace
  }

  type             = "Opaque"
  data_wo_revision = var.secrets_revision
  data_wo = merge(
    { password = urlencode(local.database_password) },
    var.auth_enabled ? {
      "basic_auth.ini" = local.auth_config
      secret_key       = local.auth.secret_key
    } : {},
  )
}
