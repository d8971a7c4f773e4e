locals {
  labels = merge(
    {
      project     = var.project_name
      environment = var.environment
      managed-by  = "terraform"
    },
    var.tags,
  )
}

# Nothing in it keeps data, so it may go with the services.
resource "kubernetes_namespace_v1" "llm_judge" {
  for_each = toset(local.has_services ? ["this"] : [])

  metadata {
    name   = var.namespace
    labels = local.labels
  }
}
