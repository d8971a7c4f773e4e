# The key is read ephemerally and written to the cluster by a write-only argument: it is
# neither in the plan nor in the state.
ephemeral "aws_secretsmanager_secret_version" "git_private_key" {
  count = var.git_private_key_secret_name == null ? 0 : 1

  secret_id = var.git_private_key_secret_name
}

locals {
  git_private_key_string = one(ephemeral.aws_secretsmanager_secret_version.git_private_key[*].secret_string)
  git_private_key = (
    var.git_private_key_secret_name == null ? var.git_private_key :
    var.git_private_key_secret_key == null ? local.git_private_key_string :
    jsondecode(local.git_private_key_string)[var.git_private_key_secret_key]
  )
}

resource "kubernetes_secret_v1" "git" {
  count = local.with_key ? 1 : 0

  metadata {
    name      = local.git_secret_name
    namespace = local.namespace
  }

  type = "Opaque"

  data_wo = {
    identity    = local.git_private_key
    known_hosts = join("\n", concat(var.known_hosts, [""]))
  }
  data_wo_revision = var.git_private_key_revision
}
