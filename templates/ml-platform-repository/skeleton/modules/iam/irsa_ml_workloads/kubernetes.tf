locals {
  # Workloads may share a namespace that several of them ask for.
  namespace_labels = { for w in var.workloads : w.namespace => w.namespace_labels... if w.create_namespace }
}

resource "kubernetes_namespace_v1" "this" {
  for_each = local.namespace_labels

  metadata {
    name   = each.key
    labels = merge(each.value...)
  }
}

resource "kubernetes_service_account_v1" "this" {
  for_each = { for name, w in local.workloads : name => w if w.create_service_account }

  metadata {
    name        = each.value.service_account
    namespace   = each.value.namespace
    annotations = module.role[each.key].annotations
  }

  depends_on = [kubernetes_namespace_v1.this]
}
