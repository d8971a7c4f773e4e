variable "aws_region" {
  description = "AWS region of the cluster."
  type        = string
}

variable "aws_account_id" {
  description = "AWS account of the cluster."
  type        = string

  validation {
    condition     = can(regex("^[0-9]{12}$", var.aws_account_id))
    error_message = "aws_account_id must be 12 digits, in quotes."
  }
}

variable "environment" {
  description = "Environment, for example dev, staging or prod."
  type        = string

  validation {
    condition     = length("${var.project_name}-${var.environment}") <= 35
    error_message = "project_name and environment together may have 34 characters: the names of IAM roles begin with them and end after 64."
  }
}

variable "project_name" {
  description = "Project; with the environment it names the roles and the secrets that may be read."
  type        = string
}

variable "cluster_name" {
  description = "Name of the EKS cluster."
  type        = string
}

variable "cluster_endpoint" {
  description = "URL of the cluster's API server."
  type        = string
}

variable "cluster_ca_certificate" {
  description = "Certificate authority of the cluster, base64 encoded as EKS gives it."
  type        = string
}

variable "cluster_oidc_provider_arn" {
  description = "ARN of the cluster's IAM OIDC provider, through which the roles made here are assumed."
  type        = string

  validation {
    condition     = can(regex("^arn:[^:]+:iam::[0-9]{12}:oidc-provider/.+", var.cluster_oidc_provider_arn))
    error_message = "cluster_oidc_provider_arn must be the ARN of an IAM OIDC provider."
  }
}

variable "vpc_id" {
  description = "VPC of the cluster, for the load balancer controller; null asks EKS for it, which the cluster must exist for."
  type        = string
  default     = null
}

variable "aws_profile" {
  description = "Profile of the AWS CLI that fetches the tokens for the cluster; null or empty takes the credentials of the environment."
  type        = string
  default     = null
}

variable "system_components" {
  description = "Which of the system components are installed."
  type        = set(string)
  default     = ["metrics_server", "aws_load_balancer_controller", "external_secrets", "cluster_autoscaler"]

  validation {
    condition     = alltrue([for name in var.system_components : contains(["metrics_server", "aws_load_balancer_controller", "external_secrets", "cluster_autoscaler"], name)])
    error_message = "system_components may hold metrics_server, aws_load_balancer_controller, external_secrets and cluster_autoscaler."
  }
}

variable "system_chart_versions" {
  description = "Chart versions of the system components."
  type = object({
    metrics_server               = optional(string, "3.12.0")
    aws_load_balancer_controller = optional(string, "1.7.1")
    external_secrets             = optional(string, "0.9.11")
    cluster_autoscaler           = optional(string, "9.34.1")
  })
  default = {}
}

variable "extra_system_values" {
  description = "YAML documents by system component that are merged over the values of this module."
  type        = map(string)
  default     = {}

  validation {
    condition     = alltrue([for name in keys(var.extra_system_values) : contains(var.system_components, name)])
    error_message = "extra_system_values names a component that system_components does not install."
  }
}

variable "iam_role_arns" {
  description = "IAM roles by name: aws_load_balancer_controller, external_secrets_operator, cluster_autoscaler, and the names of services. A system component without one here gets a role made by this module; a service without one gets none."
  type        = map(string)
  default     = {}
}

variable "external_secrets_secret_arns" {
  description = "Secrets (ARNs, with * where one stands for several) that the role made for External Secrets may read; null allows those whose names begin with <project_name>/<environment>/ and the one of secrets_config."
  type        = list(string)
  default     = null
}

variable "secrets_config" {
  description = "Credentials of the database in Secrets Manager, and the services that get them as environment variables. null where there is none."
  type = object({
    rds_credentials_secret_name = string
    rds_credentials_secret_arn  = string
    services                    = optional(set(string), ["persistence_service"])
  })
  default = null

  validation {
    condition     = var.secrets_config == null || contains(var.system_components, "external_secrets")
    error_message = "secrets_config needs the system component external_secrets."
  }
}

variable "appconfig_ids" {
  description = "Ids of the AppConfig application, environment and profile that the services read."
  type = object({
    application_id = optional(string)
    environment_id = optional(string)
    profile_id     = optional(string)
  })
  default = {}
}

variable "ecr_repository_prefix" {
  description = "What stands before the service's name in its image. Without a registry the one of the account and region is taken. null installs no services."
  type        = string
  default     = null
}

variable "image_tag" {
  description = "Tag of the services' images."
  type        = string
  default     = "v1.0.0"

  validation {
    condition     = var.image_tag != "latest"
    error_message = "image_tag must not be latest: nobody could say what runs."
  }
}

variable "service_names" {
  description = "Names of the application services by key. null takes the five of the example, gateway_service = \"gateway-service\" and so on, where ecr_repository_prefix says where their images are, and none otherwise; {} installs none."
  type        = map(string)
  default     = null

  validation {
    condition     = alltrue([for key, name in coalesce(var.service_names, {}) : can(regex("^[a-z]([a-z0-9-]{0,51}[a-z0-9])?$", name))])
    error_message = "A service name must be at most 53 lower-case letters, digits and hyphens, and begin with a letter."
  }

  validation {
    condition     = length(coalesce(var.service_names, {})) == 0 || var.ecr_repository_prefix != null
    error_message = "service_names needs ecr_repository_prefix."
  }
}

variable "service_ports" {
  description = "Ports of the services by key."
  type        = map(number)
  default = {
    gateway_service     = 8000
    redis_service       = 8001
    persistence_service = 8002
    inference_service   = 8003
    judge_service       = 8004
  }

  validation {
    condition     = alltrue([for key in keys(coalesce(var.service_names, {})) : contains(keys(var.service_ports), key)])
    error_message = "service_ports lacks a service of service_names."
  }
}

variable "autoscaling" {
  description = "Fewest and most replicas of the services by key, and the average CPU use in percent that is aimed at. A service without an entry keeps two replicas."
  type = map(object({
    min_replicas = number
    max_replicas = number
    cpu_percent  = optional(number, 70)
  }))
  default = {
    gateway_service     = { min_replicas = 2, max_replicas = 10 }
    redis_service       = { min_replicas = 2, max_replicas = 5 }
    persistence_service = { min_replicas = 2, max_replicas = 8 }
    inference_service   = { min_replicas = 2, max_replicas = 20 }
    judge_service       = { min_replicas = 2, max_replicas = 15 }
  }

  validation {
    condition     = alltrue([for range in values(var.autoscaling) : range.min_replicas >= 1 && range.min_replicas <= range.max_replicas])
    error_message = "In autoscaling min_replicas must be at least 1 and at most max_replicas."
  }
}

variable "service_resources" {
  description = "CPU and memory of the services by key: requested and at most. A service without an entry gets those of the gateway in the example."
  type = map(object({
    cpu_request    = string
    cpu_limit      = string
    memory_request = string
    memory_limit   = string
  }))
  default = {
    gateway_service     = { cpu_request = "200m", cpu_limit = "500m", memory_request = "256Mi", memory_limit = "512Mi" }
    redis_service       = { cpu_request = "200m", cpu_limit = "500m", memory_request = "256Mi", memory_limit = "512Mi" }
    persistence_service = { cpu_request = "200m", cpu_limit = "500m", memory_request = "256Mi", memory_limit = "512Mi" }
    inference_service   = { cpu_request = "500m", cpu_limit = "2000m", memory_request = "1Gi", memory_limit = "2Gi" }
    judge_service       = { cpu_request = "500m", cpu_limit = "2000m", memory_request = "1Gi", memory_limit = "2Gi" }
  }
}

variable "service_health_path" {
  description = "Path that answers with success when a service is well; null asks only whether its port is open."
  type        = string
  default     = null
}

variable "infrastructure_endpoints" {
  description = "Addresses of the Redis cache and the database. Without redis_host a Redis is run in the cluster when there is a service redis_service."
  type = object({
    redis_host = optional(string)
    redis_port = optional(number, 6379)
    rds_host   = optional(string)
    rds_port   = optional(number, 5432)
  })
  default = {}
}

variable "redis_image" {
  description = "Image of the Redis in the cluster."
  type        = string
  default     = "redis:7.4-alpine"
}

variable "sqs_queue_urls" {
  description = "URLs of SQS queues by name, for example inference and judge."
  type        = map(string)
  default     = {}
}

variable "sns_topic_arns" {
  description = "ARNs of SNS topics by name, for example inference and judge."
  type        = map(string)
  default     = {}
}

variable "namespace" {
  description = "Namespace of the application services."
  type        = string
  default     = "llm-judge"
}

variable "tags" {
  description = "Tags of the AWS resources and labels of the namespace, beside project and environment."
  type        = map(string)
  default     = {}

  validation {
    condition     = alltrue([for key, value in var.tags : can(regex("^[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$", key)) && can(regex("^([A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?$", value))])
    error_message = "tags are labels too: at most 63 letters, digits, dots, hyphens and underscores."
  }
}
