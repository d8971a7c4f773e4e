# The value is read ephemerally and handed on by a write-only argument: it is
# neither in the plan nor in the state.
ephemeral "aws_secretsmanager_secret_version" "git_client_secret" {
  count = var.git_client_secret_secret_name == null ? 0 : 1

  secret_id = var.git_client_secret_secret_name
}

locals {
  git_client_secret_string = one(ephemeral.aws_secretsmanager_secret_version.git_client_secret[*].secret_string)
  git_client_secret = (
    var.git_client_secret_secret_name == null ? var.git_client_secret :
    var.git_client_secret_secret_key == null ? local.git_client_secret_string :
    jsondecode(local.git_client_secret_string)[var.git_client_secret_secret_key]
  )
}

resource "kubernetes_secret_v1" "github_oauth" {
  metadata {
    name      = local.oauth_secret_name
    namespace = var.namespace
  }

  data_wo = {
    client_secret = local.git_client_secret
  }
  data_wo_revision = var.secret_revision

  depends_on = [helm_release.prometheus_operator_crds]
}
