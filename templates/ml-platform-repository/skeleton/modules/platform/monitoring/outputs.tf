output "namespace" {
  description = "Namespace of Prometheus and Grafana."
  value       = helm_release.grafana.namespace
}

output "grafana_url" {
  description = "Where users find Grafana."
  value       = "${local.base_url}/"
}

output "oauth_callback_url" {
  description = "Callback address to enter in the GitHub OAuth app."
  value       = "${local.base_url}/login/github"
}

output "prometheus_url" {
  description = "Address of Prometheus within the cluster."
  value       = local.prometheus_url
}

output "chart_versions" {
  description = "Versions of the charts that are released."
  value = {
    prometheus               = helm_release.prometheus.version
    prometheus_operator_crds = helm_release.prometheus_operator_crds.version
    grafana                  = helm_release.grafana.version
  }
}
