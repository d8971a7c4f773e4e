locals {
  runs_redis = contains(keys(local.service_names), "redis_service") && var.infrastructure_endpoints.redis_host == null
  redis_host = local.runs_redis ? "redis-cache.${var.namespace}.svc.cluster.local" : var.infrastructure_endpoints.redis_host

  # Environment variables of the services. What is not known is left out, so
  # that a service fails on the missing name and not on an empty address.
  infra_config = { for name, value in merge(
    {
      AWS_REGION     = var.aws_region
      AWS_ACCOUNT_ID = var.aws_account_id
      PROJECT_NAME   = var.project_name
      ENVIRONMENT    = var.environment
      NAMESPACE      = var.namespace

      REDIS_HOST = local.redis_host
      REDIS_PORT = local.redis_host == null ? null : tostring(var.infrastructure_endpoints.redis_port)
      RDS_HOST   = var.infrastructure_endpoints.rds_host
      RDS_PORT   = var.infrastructure_endpoints.rds_host == null ? null : tostring(var.infrastructure_endpoints.rds_port)

      APPCONFIG_APPLICATION_ID = var.appconfig_ids.application_id
      APPCONFIG_ENVIRONMENT_ID = var.appconfig_ids.environment_id
      APPCONFIG_PROFILE_ID     = var.appconfig_ids.profile_id
    },
    { for key, service in local.services : "${upper(key)}_URL" => "http://${service.name}.${var.namespace}.svc.cluster.local:${service.port}" },
    { for name, url in var.sqs_queue_urls : "SQS_${upper(replace(name, "-", "_"))}_QUEUE_URL" => url },
    { for name, arn in var.sns_topic_arns : "SNS_${upper(replace(name, "-", "_"))}_TOPIC_ARN" => arn },
  ) : name => value if value != null }
}

resource "kubernetes_config_map_v1" "infra_config" {
  for_each = toset(local.has_services ? ["this"] : [])

  metadata {
    name      = "infra-config"
    namespace = kubernetes_namespace_v1.llm_judge["this"].metadata[0].name
    labels    = local.labels
  }

  data = local.infra_config
}
