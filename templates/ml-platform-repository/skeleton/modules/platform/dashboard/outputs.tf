output "namespace" {
  description = "Namespace of the dashboard."
  value       = helm_release.dashboard.namespace
}

output "release_name" {
  description = "Name of the Helm release."
  value       = helm_release.dashboard.name
}

output "url" {
  description = "Where users find the dashboard."
  value       = local.url
}
