# No value below is kept in the state: what is generated or read is ephemeral, and
# what it is written to takes it write-only.

locals {
  rds_password_given = nonsensitive(var.rds_password != null) || var.rds_password_secret_name != null

  typed = {
    git_token            = nonsensitive(var.git_token != null)
    git_client_secret    = nonsensitive(var.git_client_secret != null)
    fernet_key           = nonsensitive(var.fernet_key != null)
    webserver_secret_key = nonsensitive(var.webserver_secret_key != null)
  }

  named = {
    for input, secret in {
      git_token            = { name = var.git_token_secret_name, key = var.git_token_secret_key }
      git_client_secret    = { name = var.git_client_secret_secret_name, key = var.git_client_secret_secret_key }
      fernet_key           = { name = var.fernet_key_secret_name, key = var.fernet_key_secret_key }
      webserver_secret_key = { name = var.webserver_secret_key_secret_name, key = var.webserver_secret_key_secret_key }
    } : input => secret if secret.name != null
  }

  git_token_given = local.typed.git_token || contains(keys(local.named), "git_token")
  keys_generated = anytrue([
    for input in ["fernet_key", "webserver_secret_key"] : !local.typed[input] && !contains(keys(local.named), input)
  ])
}

ephemeral "aws_secretsmanager_secret_version" "named" {
  for_each = local.named

  secret_id = each.value.name
}

# 32 letters and digits are the 32 bytes of a Fernet key, of 190 bits.
ephemeral "random_password" "keys" {
  for_each = local.keys_generated ? toset(["fernet_key", "webserver_secret_key"]) : toset([])

  length  = 32
  special = false
}

resource "aws_secretsmanager_secret" "keys" {
  count = local.keys_generated ? 1 : 0

  # A name that is deleted stays taken for days; with a new one Airflow can come back at once.
  name_prefix             = "${local.keys_secret_name}-"
  description             = "Airflow of ${local.prefix}: key of connections and variables in the database, key of the sessions"
  recovery_window_in_days = 30
  tags                    = var.tags
}

# Written once, both keys always: with another Fernet key Airflow cannot read its
# connections any more.
resource "aws_secretsmanager_secret_version" "keys" {
  count = local.keys_generated ? 1 : 0

  secret_id                = aws_secretsmanager_secret.keys[0].id
  secret_string_wo_version = 1
  secret_string_wo = jsonencode({
    fernet_key           = base64encode(ephemeral.random_password.keys["fernet_key"].result)
    webserver_secret_key = ephemeral.random_password.keys["webserver_secret_key"].result
  })
}

# Read back, so that cluster and Secrets Manager hold the same keys even when an apply
# stopped between the two.
ephemeral "aws_secretsmanager_secret_version" "keys" {
  count = local.keys_generated ? 1 : 0

  secret_id = aws_secretsmanager_secret_version.keys[0].secret_id
}

ephemeral "aws_secretsmanager_secret_version" "database" {
  secret_id = module.rds_airflow.rds_secret_arn
}

locals {
  database_password = (
    module.rds_airflow.rds_secret_key == null
    ? ephemeral.aws_secretsmanager_secret_version.database.secret_string
    : tostring(jsondecode(ephemeral.aws_secretsmanager_secret_version.database.secret_string)[module.rds_airflow.rds_secret_key])
  )

  named_values = {
    for input, secret in local.named : input => (
      secret.key == null
      ? ephemeral.aws_secretsmanager_secret_version.named[input].secret_string
      : tostring(jsondecode(ephemeral.aws_secretsmanager_secret_version.named[input].secret_string)[secret.key])
    )
  }

  generated_keys = one([for version in ephemeral.aws_secretsmanager_secret_version.keys : jsondecode(version.secret_string)])

  git_token            = local.typed.git_token ? var.git_token : lookup(local.named_values, "git_token", "")
  git_client_secret    = local.typed.git_client_secret ? var.git_client_secret : lookup(local.named_values, "git_client_secret", "")
  fernet_key           = local.typed.fernet_key ? var.fernet_key : try(local.named_values["fernet_key"], local.generated_keys.fernet_key)
  webserver_secret_key = local.typed.webserver_secret_key ? var.webserver_secret_key : try(local.named_values["webserver_secret_key"], local.generated_keys.webserver_secret_key)
}

resource "kubernetes_secret_v1" "airflow_db_credentials" {
  metadata {
    name      = local.k8s_airflow_db_secret_name
    namespace = local.namespace
  }

  data_wo_revision = var.secrets_revision
  data_wo          = { "postgresql-password" = local.database_password }
}

resource "kubernetes_secret_v1" "airflow_https_git_secret" {
  count = local.git_token_given ? 1 : 0

  metadata {
    name      = local.git_airflow_repo_secret_name
    namespace = local.namespace
  }

  data_wo_revision = var.secrets_revision
  data_wo = {
    username = var.git_username
    password = local.git_token
  }
}

resource "kubernetes_secret_v1" "airflow_organization_git_secret" {
  metadata {
    name      = local.git_organization_secret_name
    namespace = local.namespace
  }

  data_wo_revision = var.secrets_revision
  data_wo = {
    GITHUB_CLIENT_ID     = var.git_client_id
    GITHUB_CLIENT_SECRET = local.git_client_secret
  }
}

resource "kubernetes_secret_v1" "airflow_keys" {
  metadata {
    name      = local.keys_secret_name
    namespace = local.namespace
  }

  data_wo_revision = var.secrets_revision
  data_wo = {
    fernet_key           = local.fernet_key
    webserver_secret_key = local.webserver_secret_key
  }
}

# The two below hold no secret: DAGs look up account, region and role in them.
resource "kubernetes_secret_v1" "aws_account_information" {
  metadata {
    name      = "${var.namespace}-aws-account-information"
    namespace = local.namespace
  }

  data = {
    AWS_REGION = data.aws_region.current.region
    AWS_ID     = data.aws_caller_identity.current.account_id
  }
}

resource "kubernetes_secret_v1" "sagemaker_access" {
  count = var.sagemaker_access_role_name == null ? 0 : 1

  metadata {
    name      = "${var.namespace}-sagemaker-access"
    namespace = local.namespace
  }

  data = {
    AWS_ROLE_NAME_SAGEMAKER = var.sagemaker_access_role_name
  }
}
