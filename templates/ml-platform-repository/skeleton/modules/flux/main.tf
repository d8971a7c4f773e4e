locals {
  chart_repository = "https://fluxcd-community.github.io/helm-charts"

  namespace = var.create_namespace ? kubernetes_namespace_v1.flux[0].metadata[0].name : var.namespace
  path      = "./${trimprefix(trimsuffix(var.path, "/"), "./")}"

  git_secret_name = "${var.name}-git"
  # The form of the address decides, so that a plan shows the secret before the key is there.
  with_key = startswith(var.repository_url, "ssh://")
}

resource "kubernetes_namespace_v1" "flux" {
  count = var.create_namespace ? 1 : 0

  metadata {
    name   = var.namespace
    labels = { "app.kubernetes.io/managed-by" = "terraform" }
  }
}

resource "helm_release" "flux" {
  name      = "flux2"
  namespace = local.namespace

  repository = local.chart_repository
  chart      = "flux2"
  version    = var.flux_chart_version
  wait       = true

  values = concat([yamlencode({
    installCRDs = true

    imageAutomationController = { create = var.enable_image_automation }
    imageReflectionController = { create = var.enable_image_automation }

    # Nothing but the controllers themselves may reach them.
    policies = { create = true }
  })], var.extra_values)
}

# What Flux follows is a release too, not a manifest: a manifest needs its definition,
# which the controllers' release brings, in the cluster before the first plan.
resource "helm_release" "sync" {
  name      = var.name
  namespace = local.namespace

  repository = local.chart_repository
  chart      = "flux2-sync"
  version    = var.sync_chart_version

  values = concat([yamlencode({
    secret = { create = false }

    gitRepository = {
      spec = merge(
        {
          url      = var.repository_url
          interval = var.interval
          ref      = { branch = var.branch }
          suspend  = var.suspend
        },
        { for name in kubernetes_secret_v1.git[*].metadata[0].name : "secretRef" => { name = name } },
      )
    }

    kustomization = {
      spec = {
        path     = local.path
        interval = var.interval
        prune    = var.prune
        suspend  = var.suspend
      }
    }
  })], var.extra_sync_values)

  # Removed before the controllers, which have to take their finalizers off.
  depends_on = [helm_release.flux]
}
