# Order: namespace and ConfigMap; system components side by side; the secret
# store after External Secrets; the services after all of them.

resource "helm_release" "system" {
  for_each = { for name, component in local.system_catalog : name => component if contains(var.system_components, name) }

  name             = each.value.name
  namespace        = each.value.namespace
  create_namespace = each.value.create_namespace

  repository = each.value.repository
  chart      = each.value.name
  version    = each.value.version

  values = concat([each.value.values], [for name, document in var.extra_system_values : document if name == each.key])

  depends_on = [aws_iam_role_policy.system]
}

locals {
  service_chart = "${path.module}/charts/service"

  example_services = ["gateway_service", "redis_service", "persistence_service", "inference_service", "judge_service"]

  service_names = var.service_names != null ? var.service_names : {
    for key in local.example_services : key => replace(key, "_", "-") if var.ecr_repository_prefix != null
  }
  has_services = length(local.service_names) > 0

  ecr_registry = "${var.aws_account_id}.dkr.ecr.${var.aws_region}.${data.aws_partition.current.dns_suffix}"
  # A first part with a dot or a port is a registry; anything else is a path in ours.
  image_prefix = var.ecr_repository_prefix == null ? "" : (
    can(regex("^[^/]*[.:]", var.ecr_repository_prefix)) ? var.ecr_repository_prefix : "${local.ecr_registry}/${var.ecr_repository_prefix}"
  )

  default_resources = {
    cpu_request    = "200m"
    cpu_limit      = "500m"
    memory_request = "256Mi"
    memory_limit   = "512Mi"
  }
  default_autoscaling = {
    min_replicas = 2
    max_replicas = 2
    cpu_percent  = 70
  }

  services = { for key, name in local.service_names : key => {
    name        = name
    port        = var.service_ports[key]
    autoscaling = lookup(var.autoscaling, key, local.default_autoscaling)
    resources   = lookup(var.service_resources, key, local.default_resources)
    role_arn    = try(coalesce(var.iam_role_arns[key]), "")
    # The credentials of the database reach only the services that need them.
    database = var.secrets_config != null && contains(try(var.secrets_config.services, []), key)
  } }
}

resource "helm_release" "service" {
  for_each = local.services

  name      = each.value.name
  namespace = kubernetes_namespace_v1.llm_judge["this"].metadata[0].name

  chart = local.service_chart

  values = [yamlencode({
    name  = each.value.name
    image = "${local.image_prefix}/${each.value.name}:${var.image_tag}"
    port  = each.value.port

    autoscaling = {
      minReplicas = each.value.autoscaling.min_replicas
      maxReplicas = each.value.autoscaling.max_replicas
      cpuPercent  = each.value.autoscaling.cpu_percent
    }
    resources = {
      requests = {
        cpu    = each.value.resources.cpu_request
        memory = each.value.resources.memory_request
      }
      limits = {
        cpu    = each.value.resources.cpu_limit
        memory = each.value.resources.memory_limit
      }
    }
    healthPath = var.service_health_path == null ? "" : var.service_health_path

    serviceAccount = {
      roleArn = each.value.role_arn
    }
    config = {
      name     = kubernetes_config_map_v1.infra_config["this"].metadata[0].name
      checksum = sha256(jsonencode(local.infra_config))
    }
    externalSecret = {
      store     = local.secret_store_name
      remoteKey = each.value.database ? var.secrets_config.rds_credentials_secret_name : ""
    }
  })]

  depends_on = [helm_release.system, helm_release.secret_store, helm_release.redis]
}

# The cache of the services, where no address of another is given. It keeps
# nothing: a restart empties it.
resource "helm_release" "redis" {
  for_each = toset(local.runs_redis ? ["redis-cache"] : [])

  name      = each.value
  namespace = kubernetes_namespace_v1.llm_judge["this"].metadata[0].name

  chart = local.service_chart

  values = [yamlencode({
    name  = each.value
    image = var.redis_image
    args  = ["redis-server", "--save", "", "--appendonly", "no", "--maxmemory", "192mb", "--maxmemory-policy", "allkeys-lru", "--port", tostring(var.infrastructure_endpoints.redis_port)]
    port  = var.infrastructure_endpoints.redis_port

    runAsUser = 999
    autoscaling = {
      minReplicas = 1
      maxReplicas = 1
    }
    resources = {
      requests = { cpu = "100m", memory = "256Mi" }
      limits   = { memory = "256Mi" }
    }
    # It asks nobody who they are, so only pods of its namespace may reach it.
    namespaceOnly = true
  })]
}
