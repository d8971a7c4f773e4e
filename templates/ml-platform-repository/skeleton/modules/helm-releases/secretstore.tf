locals {
  secret_store_name = "aws-secrets-manager"
}

# A chart of our own and not a kubernetes_manifest: that one needs the
# definition of ClusterSecretStore in the cluster while Terraform still plans.
resource "helm_release" "secret_store" {
  for_each = toset(local.has_external_secrets ? ["secret-store"] : [])

  name      = each.value
  namespace = local.system_accounts.external_secrets_operator.namespace

  chart = "${path.module}/charts/secret-store"

  values = [yamlencode({
    name   = local.secret_store_name
    region = var.aws_region
    serviceAccount = {
      name      = local.system_accounts.external_secrets_operator.name
      namespace = local.system_accounts.external_secrets_operator.namespace
    }
  })]

  depends_on = [helm_release.system]
}
