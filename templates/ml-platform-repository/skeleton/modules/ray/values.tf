locals {
  gpu_toleration = { key = "nvidia.com/gpu", operator = "Exists", effect = "NoSchedule" }

  # Head, workers and the autoscaler beside the head must all know the token.
  auth_env = [
    for variable in [
      { name = "RAY_AUTH_MODE", value = "token" },
      { name = "RAY_AUTH_TOKEN", valueFrom = { secretKeyRef = { name = local.auth_secret, key = "auth_token" } } },
    ] : variable if var.enable_token_authentication
  ]

  # Logs and spilled objects, lost with the pod.
  scratch = {
    volumes      = [{ name = "log-volume", emptyDir = {} }]
    volumeMounts = [{ name = "log-volume", mountPath = "/tmp/ray" }]
  }

  confined = {
    securityContext = {
      allowPrivilegeEscalation = false
      capabilities             = { drop = ["ALL"] }
    }
  }

  account = var.service_account_name == null ? {} : { serviceAccountName = var.service_account_name }

  cpu_group = [for workers in var.cpu_workers[*] : merge(local.scratch, local.confined, local.account, {
    replicas    = workers.replicas
    minReplicas = workers.min_replicas
    maxReplicas = workers.max_replicas
    resources = {
      requests = { cpu = workers.cpu, memory = workers.memory }
      limits   = { cpu = workers.cpu, memory = workers.memory }
    }
    nodeSelector = workers.node_selector
    tolerations  = []
  })]

  gpu_group = [for workers in var.gpu_workers[*] : merge(local.scratch, local.confined, local.account, {
    image = {
      repository = var.image_repository
      tag        = coalesce(var.gpu_image_tag, "${var.ray_version}-gpu")
      pullPolicy = "IfNotPresent"
    }
    replicas    = workers.replicas
    minReplicas = workers.min_replicas
    maxReplicas = workers.max_replicas
    resources = {
      requests = { cpu = workers.cpu, memory = workers.memory, "nvidia.com/gpu" = workers.gpus }
      limits   = { cpu = workers.cpu, memory = workers.memory, "nvidia.com/gpu" = workers.gpus }
    }
    nodeSelector = workers.node_selector
    tolerations  = [local.gpu_toleration]
  })]

  cluster_values = {
    fullnameOverride = var.name

    image = {
      repository = var.image_repository
      tag        = coalesce(var.image_tag, var.ray_version)
      pullPolicy = "IfNotPresent"
    }

    common = { containerEnv = local.auth_env }

    head = merge(local.scratch, local.confined, local.account, {
      rayVersion              = var.ray_version
      enableInTreeAutoscaling = var.enable_autoscaling
      autoscalerOptions = {
        idleTimeoutSeconds = var.idle_timeout_seconds
        env                = local.auth_env
      }
      # Work goes to workers: what overloads the head takes the whole cluster down.
      rayStartParams = { "dashboard-host" = "0.0.0.0", "num-cpus" = "0" }
      resources = {
        requests = { cpu = var.head.cpu, memory = var.head.memory }
        limits   = { cpu = var.head.cpu, memory = var.head.memory }
      }
      annotations  = { "cluster-autoscaler.kubernetes.io/safe-to-evict" = "false" }
      nodeSelector = var.head.node_selector
    })

    # The chart's unnamed group is not used: groups are named by the kind of their nodes.
    worker = { disabled = true }

    additionalWorkerGroups = merge(
      { for group in local.cpu_group : "cpu" => group },
      { for group in local.gpu_group : "gpu" => group },
    )

    # Reached through the Kubernetes API or from inside; nothing faces the internet.
    service = { type = "ClusterIP" }
  }
}
