output "repository_name" {
  description = "Name of the repository, without its owner."
  value       = local.repository.name
}

output "full_name" {
  description = "Owner and name of the repository."
  value       = local.repository.full_name
}

output "html_url" {
  description = "Where people find the repository."
  value       = local.repository.html_url
}

output "repository_url" {
  description = "Address for Flux: by SSH with the deploy key, by HTTPS without one."
  value       = var.enable_deploy_key ? local.ssh_url : local.repository.http_clone_url
}

output "branch" {
  description = "Branch that Flux follows."
  value       = var.branch
}

output "cluster_path" {
  description = "Folder that the cluster is made from; null when others make it."
  value       = var.cluster_path
}

output "deploy_key_secret_name" {
  description = "Secret in Secrets Manager with the private key; null without a key."
  value       = one(aws_secretsmanager_secret.deploy_key[*].name)
}

output "deploy_key_version" {
  description = "Version of the key: when it changes, the unit flux has to write the key again."
  value       = var.deploy_key_version
}
