# Values of secrets are read ephemerally and handed on by write-only arguments:
# they are neither in the plan nor in the state.
ephemeral "aws_secretsmanager_secret_version" "git_client_secret" {
  count = var.git_client_secret_secret_name == null ? 0 : 1

  secret_id = var.git_client_secret_secret_name
}

ephemeral "aws_secretsmanager_secret_version" "proxy_secret_token" {
  count = var.proxy_secret_token_secret_name == null ? 0 : 1

  secret_id = var.proxy_secret_token_secret_name
}

locals {
  git_client_secret_string = one(ephemeral.aws_secretsmanager_secret_version.git_client_secret[*].secret_string)
  git_client_secret = (
    var.git_client_secret_secret_name == null ? var.git_client_secret :
    var.git_client_secret_secret_key == null ? local.git_client_secret_string :
    jsondecode(local.git_client_secret_string)[var.git_client_secret_secret_key]
  )

  has_proxy_token           = nonsensitive(var.proxy_secret_token != null) || var.proxy_secret_token_secret_name != null
  proxy_secret_token_string = one(ephemeral.aws_secretsmanager_secret_version.proxy_secret_token[*].secret_string)
  proxy_secret_token = (
    var.proxy_secret_token_secret_name == null ? var.proxy_secret_token :
    var.proxy_secret_token_secret_key == null ? local.proxy_secret_token_string :
    jsondecode(local.proxy_secret_token_string)[var.proxy_secret_token_secret_key]
  )
}

resource "kubernetes_secret_v1" "github_oauth" {
  metadata {
    name      = local.oauth_secret_name
    namespace = local.namespace
  }

  data_wo = {
    OAUTH_CLIENT_SECRET = local.git_client_secret
  }
  data_wo_revision = var.secret_revision

  depends_on = [helm_release.notebook_access]
}
