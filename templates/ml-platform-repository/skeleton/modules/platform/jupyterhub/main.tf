locals {
  namespace = coalesce(var.namespace, var.name)

  scheme             = var.certificate_arn == null ? "http" : "https"
  base_url           = "${local.scheme}://${var.domain_name}/${var.domain_suffix}"
  oauth_callback_url = "${local.base_url}/hub/oauth_callback"

  oauth_secret_name = "${var.name}-github-oauth"
}

# The first release makes the namespace and the account of the users' servers.
# It comes before the hub because the hub's pod needs the OAuth secret, and the
# secret needs the namespace. A kubernetes_namespace would take the users' home
# volumes along when this module is removed; Helm leaves the namespace.
resource "helm_release" "notebook_access" {
  name             = "${var.name}-notebook-access"
  namespace        = local.namespace
  create_namespace = var.create_namespace

  chart = "${path.module}/charts/notebook-access"

  values = [yamlencode({
    serviceAccount = {
      name    = var.singleuser_service_account_name
      roleArn = var.singleuser_role_arn == null ? "" : var.singleuser_role_arn
    }
  })]
}

resource "helm_release" "jupyterhub" {
  name      = var.name
  namespace = local.namespace

  repository = "https://jupyterhub.github.io/helm-chart/"
  chart      = var.helm_chart_name
  version    = var.helm_chart_version
  timeout    = var.timeout_seconds

  values = concat([yamlencode(local.values)], var.extra_values)

  # Written only when the revision grows. The chart looks its token up in the
  # cluster when none is given, so that it survives the upgrades in between.
  set_wo = local.has_proxy_token ? [{
    name  = "proxy.secretToken"
    value = local.proxy_secret_token
    type  = "string"
  }] : null
  set_wo_revision = local.has_proxy_token ? var.secret_revision : null

  depends_on = [helm_release.notebook_access, kubernetes_secret_v1.github_oauth]
}
