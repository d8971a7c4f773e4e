output "name" {
  description = "Name of the Ray cluster."
  value       = helm_release.ray_cluster.name
}

output "namespace" {
  description = "Namespace of the Ray cluster."
  value       = helm_release.ray_cluster.namespace
}

output "head_service" {
  description = "Service of the head, as KubeRay names it."
  value       = "${helm_release.ray_cluster.name}-head-svc"
}

output "dashboard_url" {
  description = "Dashboard and job submission, from inside the cluster."
  value       = "http://${helm_release.ray_cluster.name}-head-svc.${helm_release.ray_cluster.namespace}.svc:8265"
}

output "client_url" {
  description = "Address for Ray clients, from inside the cluster."
  value       = "ray://${helm_release.ray_cluster.name}-head-svc.${helm_release.ray_cluster.namespace}.svc:10001"
}

output "auth_secret_name" {
  description = "Kubernetes secret with the token (key auth_token); null when no token is asked for."
  value       = one(kubernetes_secret_v1.auth[*].metadata[0].name)
}

output "ray_version" {
  description = "Version of Ray that clients need."
  value       = var.ray_version
}

output "operator_namespace" {
  description = "Namespace of the KubeRay operator; null when this module does not install it."
  value       = one(helm_release.kuberay_operator[*].namespace)
}
