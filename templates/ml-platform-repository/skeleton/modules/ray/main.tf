locals {
  kuberay_repository = "https://ray-project.github.io/kuberay-helm/"

  namespace   = var.create_namespace ? kubernetes_namespace_v1.ray[0].metadata[0].name : var.namespace
  auth_secret = "${var.name}-auth"
}

resource "kubernetes_namespace_v1" "ray" {
  count = var.create_namespace ? 1 : 0

  metadata {
    name   = var.namespace
    labels = { "app.kubernetes.io/managed-by" = "terraform" }
  }
}

resource "helm_release" "kuberay_operator" {
  count = var.enable_operator ? 1 : 0

  name             = "kuberay-operator"
  namespace        = var.operator_namespace
  create_namespace = true

  repository = local.kuberay_repository
  chart      = "kuberay-operator"
  version    = var.kuberay_version
  wait       = true

  values = [yamlencode({
    # The chart's 100m is too little once a few clusters are there, and bursts cost nothing.
    resources = {
      requests = { cpu = "100m", memory = "256Mi" }
      limits   = { cpu = "500m", memory = "512Mi" }
    }
    nodeSelector = { "kubernetes.io/os" = "linux" }
  })]
}

resource "helm_release" "nvidia_device_plugin" {
  count = var.enable_nvidia_device_plugin && var.gpu_workers != null ? 1 : 0

  name       = "nvidia-device-plugin"
  namespace  = "kube-system"
  repository = "https://nvidia.github.io/k8s-device-plugin"
  chart      = "nvidia-device-plugin"
  version    = var.nvidia_device_plugin_version
  # There may be no GPU node yet for its pods to become ready on.
  wait = false

  values = [yamlencode({
    # In place of the chart's terms, which wait for labels of Node Feature Discovery.
    affinity = {
      nodeAffinity = {
        requiredDuringSchedulingIgnoredDuringExecution = {
          nodeSelectorTerms = [{
            matchExpressions = [{ key = "nvidia.com/gpu", operator = "In", values = ["true"] }]
          }]
        }
      }
    }
    tolerations = [local.gpu_toleration]
  })]
}

ephemeral "random_password" "auth_token" {
  count = var.enable_token_authentication ? 1 : 0

  length  = 48
  special = false
}

resource "kubernetes_secret_v1" "auth" {
  count = var.enable_token_authentication ? 1 : 0

  metadata {
    name      = local.auth_secret
    namespace = local.namespace
  }

  type             = "Opaque"
  data_wo          = { auth_token = ephemeral.random_password.auth_token[0].result }
  data_wo_revision = var.auth_token_version
}

# The cluster is a release, not a manifest: a manifest needs its definition, which the
# operator brings, in the cluster before the first plan.
resource "helm_release" "ray_cluster" {
  name      = var.name
  namespace = local.namespace

  repository = local.kuberay_repository
  chart      = "ray-cluster"
  version    = var.kuberay_version

  values = concat([yamlencode(local.cluster_values)], var.extra_values)

  depends_on = [
    helm_release.kuberay_operator,
    helm_release.nvidia_device_plugin,
    kubernetes_secret_v1.auth,
  ]
}
