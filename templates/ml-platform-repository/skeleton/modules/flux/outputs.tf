output "namespace" {
  description = "Namespace of Flux."
  value       = helm_release.flux.namespace
}

output "name" {
  description = "Name of the GitRepository and of the Kustomization that Flux begins with."
  value       = helm_release.sync.name
}

output "path" {
  description = "Folder of the repository that this cluster is made from."
  value       = local.path
}

output "git_secret_name" {
  description = "Kubernetes secret with the key of the repository (identity, known_hosts); null for a public one."
  value       = one(kubernetes_secret_v1.git[*].metadata[0].name)
}
