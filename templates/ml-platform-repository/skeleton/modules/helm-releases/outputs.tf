output "namespace" {
  description = "Namespace of the application services, with name and uid; null where there are none."
  value = local.has_services ? {
    name = kubernetes_namespace_v1.llm_judge["this"].metadata[0].name
    uid  = kubernetes_namespace_v1.llm_judge["this"].metadata[0].uid
  } : null
}

output "system_releases" {
  description = "Releases of the system components by name; null where one is not installed."
  value       = { for name in local.system_component_names : name => try(local.system_releases[name], null) }
}

output "application_releases" {
  description = "Releases of the application services by key."
  value       = { for key, release in helm_release.service : key => { name = release.name, namespace = release.namespace, chart = release.chart, status = release.status } }
}

output "configmap_name" {
  description = "ConfigMap with the addresses of the infrastructure; null where there are no services."
  value       = local.has_services ? kubernetes_config_map_v1.infra_config["this"].metadata[0].name : null
}

output "secret_store_name" {
  description = "ClusterSecretStore for Secrets Manager; null without External Secrets."
  value       = local.has_external_secrets ? local.secret_store_name : null
}

output "role_arns" {
  description = "Roles of the system components by name, given or made here."
  value       = local.role_arns
}
