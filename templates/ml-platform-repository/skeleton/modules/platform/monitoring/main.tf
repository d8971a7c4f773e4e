locals {
  chart_repository = "https://prometheus-community.github.io/helm-charts"

  scheme         = var.certificate_arn == null ? "http" : "https"
  base_url       = "${local.scheme}://${var.domain_name}/${var.domain_suffix}"
  prometheus_url = "http://prometheus-server.${var.namespace}.svc.cluster.local"

  oauth_secret_name = "grafana-github-oauth"

  grafana_scopes = "user:email,read:org"
}

# The definitions come first: they make the namespace, and other releases may
# use them. Helm leaves the namespace when this module is removed; a
# kubernetes_namespace would take the volumes along.
resource "helm_release" "prometheus_operator_crds" {
  name             = "prometheus-operator-crds"
  namespace        = var.namespace
  create_namespace = var.create_namespace

  repository = local.chart_repository
  chart      = "prometheus-operator-crds"
  version    = var.prometheus_operator_crds_chart_version
}

resource "helm_release" "prometheus" {
  name      = "prometheus"
  namespace = var.namespace

  repository = local.chart_repository
  chart      = "prometheus"
  version    = var.prometheus_chart_version

  values = concat([yamlencode(local.prometheus_values)], var.extra_prometheus_values)

  depends_on = [helm_release.prometheus_operator_crds]
}

resource "helm_release" "grafana" {
  name      = "grafana"
  namespace = var.namespace

  repository = "https://grafana.github.io/helm-charts/"
  chart      = "grafana"
  version    = var.grafana_chart_version

  values = concat([yamlencode(local.grafana_values)], var.extra_grafana_values)

  depends_on = [helm_release.prometheus, kubernetes_secret_v1.github_oauth]
}
