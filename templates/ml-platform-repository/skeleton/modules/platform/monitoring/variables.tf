variable "namespace" {
  description = "Namespace of Prometheus and Grafana."
  type        = string
  default     = "monitoring"
}

variable "create_namespace" {
  description = "Create the namespace. Helm never deletes it again, so that stored metrics outlive a removal."
  type        = bool
  default     = true
}

variable "domain_name" {
  description = "Host name under which the platform is reached, for example ml.example.com."
  type        = string

  validation {
    condition     = can(regex("^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$", var.domain_name))
    error_message = "domain_name must be a host name in lower case without scheme or path, such as ml.example.com."
  }
}

variable "domain_suffix" {
  description = "Path of Grafana under the host name, without a leading slash."
  type        = string
  default     = "grafana"

  validation {
    condition     = can(regex("^[a-z0-9]([a-z0-9/-]*[a-z0-9])?$", var.domain_suffix))
    error_message = "domain_suffix must be a path in lower case that neither begins nor ends with a slash."
  }
}

variable "git_client_id" {
  description = "Client id of the GitHub OAuth app through which users sign in."
  type        = string
}

variable "git_client_secret" {
  description = "Client secret of the GitHub OAuth app. Prefer `git_client_secret_secret_name`."
  type        = string
  default     = null
  sensitive   = true
}

variable "git_client_secret_secret_name" {
  description = "Name of the secret in AWS Secrets Manager that holds the client secret of the GitHub OAuth app."
  type        = string
  default     = null

  validation {
    condition     = (var.git_client_secret == null) != (var.git_client_secret_secret_name == null)
    error_message = "Give exactly one of git_client_secret and git_client_secret_secret_name."
  }
}

variable "git_client_secret_secret_key" {
  description = "Key within the secret when it is a JSON object; null takes the whole secret."
  type        = string
  default     = null
}

variable "secret_revision" {
  description = "Raise by one after a value in Secrets Manager has changed, so that it is read and written again."
  type        = number
  default     = 1

  validation {
    condition     = var.secret_revision >= 1 && floor(var.secret_revision) == var.secret_revision
    error_message = "secret_revision must be a whole number from 1."
  }
}

variable "allowed_organizations" {
  description = "GitHub organizations whose members may sign in to Grafana. At least one: a person with any GitHub account could sign up otherwise."
  type        = list(string)

  validation {
    condition     = length(var.allowed_organizations) > 0 && alltrue([for name in var.allowed_organizations : can(regex("^[A-Za-z0-9][A-Za-z0-9-]*$", name))])
    error_message = "allowed_organizations must name at least one GitHub organization, each by its login."
  }
}

variable "team_ids" {
  description = "Numeric ids of the GitHub teams whose members may sign in; empty allows the whole organizations."
  type        = list(number)
  default     = []
}

variable "prometheus_chart_version" {
  description = "Version of the chart prometheus."
  type        = string
  default     = "19.7.2"
}

variable "prometheus_operator_crds_chart_version" {
  description = "Version of the chart prometheus-operator-crds."
  type        = string
  default     = "5.1.0"
}

variable "grafana_chart_version" {
  description = "Version of the chart grafana."
  type        = string
  default     = "6.57.4"
}

variable "prometheus_storage_size" {
  description = "Size of the volume of Prometheus, for example 50Gi; null keeps metrics in the pod only, and a restart loses them."
  type        = string
  default     = null
}

variable "prometheus_retention" {
  description = "How long metrics are kept."
  type        = string
  default     = "15d"

  validation {
    condition     = can(regex("^[0-9]+(h|d|w|y)$", var.prometheus_retention))
    error_message = "prometheus_retention must be a number with h, d, w or y, such as 15d."
  }
}

variable "storage_class" {
  description = "Storage class of the volumes; null takes the cluster's default."
  type        = string
  default     = null
}

variable "grafana_storage_size" {
  description = "Size of the volume of Grafana for dashboards and users made in its pages; null keeps none."
  type        = string
  default     = null
}

variable "grafana_admin_secret_name" {
  description = "Existing Kubernetes secret with the keys admin-user and admin-password; null lets the chart make a password and keep it in the cluster."
  type        = string
  default     = null
}

variable "allow_embedding" {
  description = "Let other pages show Grafana in a frame, as the platform's dashboard does."
  type        = bool
  default     = true
}

variable "dashboards" {
  description = "Dashboards from grafana.com by name: id and revision there, and the data source they read."
  type = map(object({
    gnet_id    = number
    revision   = number
    datasource = optional(string, "Prometheus")
  }))
  default = {
    prometheus-stats   = { gnet_id = 2, revision = 2 }
    prometheus-stats-2 = { gnet_id = 315, revision = 3 }
    k8s-cluster        = { gnet_id = 6417, revision = 1 }
  }
}

variable "ingress_class_name" {
  description = "Ingress class; alb is the AWS Load Balancer Controller's."
  type        = string
  default     = "alb"
}

variable "ingress_group_name" {
  description = "Group of Ingresses that share one load balancer. All of a group need the same scheme."
  type        = string
  default     = "mlplatform"
}

variable "ingress_scheme" {
  description = "`internal` is reached from within the network only, `internet-facing` from everywhere."
  type        = string
  default     = "internal"

  validation {
    condition     = contains(["internal", "internet-facing"], var.ingress_scheme)
    error_message = "ingress_scheme must be internal or internet-facing."
  }

  validation {
    condition     = var.ingress_scheme == "internal" || var.certificate_arn != null
    error_message = "An internet-facing Grafana needs certificate_arn: sign-in must not travel unencrypted."
  }
}

variable "certificate_arn" {
  description = "ARN of the ACM certificate of the host name. With it the load balancer answers on HTTPS and redirects HTTP."
  type        = string
  default     = null
}

variable "extra_prometheus_values" {
  description = "YAML documents that are merged over the values of Prometheus, last one wins."
  type        = list(string)
  default     = []
}

variable "extra_grafana_values" {
  description = "YAML documents that are merged over the values of Grafana, last one wins."
  type        = list(string)
  default     = []
}
