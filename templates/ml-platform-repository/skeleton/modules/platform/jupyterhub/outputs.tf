output "namespace" {
  description = "Namespace of JupyterHub."
  value       = helm_release.jupyterhub.namespace
}

output "url" {
  description = "Where users find JupyterHub."
  value       = "${local.base_url}/"
}

output "oauth_callback_url" {
  description = "Callback address to enter in the GitHub OAuth app."
  value       = local.oauth_callback_url
}

output "service_account_name" {
  description = "Service account of the users' servers."
  value       = var.singleuser_service_account_name
}

output "chart_version" {
  description = "Version of the chart that is released."
  value       = helm_release.jupyterhub.version
}
