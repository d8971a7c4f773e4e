variable "name" {
  description = "Name of the Helm release, and of the namespace where `namespace` says nothing else."
  type        = string
  default     = "jupyterhub"
}

variable "namespace" {
  description = "Namespace of JupyterHub; null takes `name`."
  type        = string
  default     = null
}

variable "create_namespace" {
  description = "Create the namespace. Helm never deletes it again, so that the users' home volumes outlive a removal."
  type        = bool
  default     = true
}

variable "helm_chart_name" {
  description = "Chart in the JupyterHub chart repository."
  type        = string
  default     = "jupyterhub"
}

variable "helm_chart_version" {
  description = "Version of the chart."
  type        = string
  default     = "4.4.0"
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
  description = "Path of JupyterHub under the host name, without a leading slash."
  type        = string
  default     = "jupyterhub"

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

variable "proxy_secret_token" {
  description = "Token that the hub and its proxy share (64 hexadecimal digits). Without one here or in Secrets Manager the chart makes one and keeps it in the cluster."
  type        = string
  default     = null
  sensitive   = true

  validation {
    condition     = var.proxy_secret_token == null || can(regex("^[0-9a-f]{64}$", var.proxy_secret_token))
    error_message = "proxy_secret_token must be 64 hexadecimal digits, as `openssl rand -hex 32` prints them."
  }
}

variable "proxy_secret_token_secret_name" {
  description = "Name of the secret in AWS Secrets Manager that holds the token of the proxy."
  type        = string
  default     = null

  validation {
    condition     = var.proxy_secret_token == null || var.proxy_secret_token_secret_name == null
    error_message = "Give at most one of proxy_secret_token and proxy_secret_token_secret_name."
  }
}

variable "proxy_secret_token_secret_key" {
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
  description = "GitHub organizations, or teams as `organization:team`, whose members may sign in."
  type        = list(string)
  default     = []
}

variable "allowed_users" {
  description = "GitHub users who may sign in."
  type        = list(string)
  default     = []

  validation {
    condition     = length(var.allowed_organizations) + length(var.allowed_users) + length(var.admin_users) > 0
    error_message = "Say who may sign in: give allowed_organizations, allowed_users or admin_users. JupyterHub lets nobody in otherwise."
  }
}

variable "admin_users" {
  description = "GitHub users who administer JupyterHub; they may sign in too."
  type        = list(string)
  default     = []
}

variable "git_repository_url" {
  description = "Repository that is cloned into a user's home when the server starts and the clone is not there yet. Without credentials: the value is visible to every user."
  type        = string
  default     = null

  validation {
    condition     = var.git_repository_url == null || can(regex("^https://[^@[:space:]'\"]+$", var.git_repository_url))
    error_message = "git_repository_url must begin with https:// and carry neither credentials nor blanks."
  }
}

variable "mlflow_tracking_uri" {
  description = "MLFLOW_TRACKING_URI of the users' servers, the output mlflow_tracking_uri of the module mlflow; null leaves it out."
  type        = string
  default     = "http://mlflow-service.mlflow.svc.cluster.local/mlflow"
}

variable "mlflow_namespace" {
  description = "Namespace of MLflow. The users' servers may open connections to it; the chart forbids other private addresses."
  type        = string
  default     = "mlflow"
}

variable "singleuser_image_name" {
  description = "Image of the users' servers; null takes the chart's own (quay.io/jupyterhub/k8s-singleuser-sample)."
  type        = string
  default     = null
}

variable "singleuser_image_tag" {
  description = "Tag of `singleuser_image_name`; both or neither are given."
  type        = string
  default     = null

  validation {
    condition     = (var.singleuser_image_name == null) == (var.singleuser_image_tag == null)
    error_message = "Give both of singleuser_image_name and singleuser_image_tag, or neither."
  }
}

variable "singleuser_role_arn" {
  description = "IAM role that the users' servers assume through their service account; null gives them none. Its trust must name `system:serviceaccount:<namespace>:<singleuser_service_account_name>`."
  type        = string
  default     = null
}

variable "singleuser_service_account_name" {
  description = "Service account of the users' servers."
  type        = string
  default     = "notebook"
}

variable "singleuser_storage_capacity" {
  description = "Size of a user's home volume."
  type        = string
  default     = "10Gi"
}

variable "storage_class" {
  description = "Storage class of the home volumes and of the hub's database; null takes the cluster's default."
  type        = string
  default     = null
}

variable "profiles" {
  description = "Kinds of servers that a user may choose from, by name. Empty gives everybody the same server."
  type = map(object({
    display_name     = string
    description      = optional(string, "")
    default          = optional(bool, false)
    image            = optional(string)
    cpu_guarantee    = optional(number)
    cpu_limit        = optional(number)
    memory_guarantee = optional(string)
    memory_limit     = optional(string)
    gpu_limit        = optional(number)
    node_selector    = optional(map(string), {})
    tolerations = optional(list(object({
      key      = string
      operator = optional(string, "Exists")
      value    = optional(string)
      effect   = optional(string, "NoSchedule")
    })), [])
  }))
  default = {}

  validation {
    condition     = length([for profile in values(var.profiles) : profile if profile.default]) <= 1
    error_message = "At most one of the profiles can be the default."
  }
}

variable "cull_timeout_seconds" {
  description = "Seconds without activity after which a server is stopped."
  type        = number
  default     = 3600

  validation {
    condition     = var.cull_timeout_seconds >= 60
    error_message = "cull_timeout_seconds must be at least 60."
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
    error_message = "An internet-facing JupyterHub needs certificate_arn: sign-in must not travel unencrypted."
  }
}

variable "certificate_arn" {
  description = "ARN of the ACM certificate of the host name. With it the load balancer answers on HTTPS and redirects HTTP."
  type        = string
  default     = null
}

variable "timeout_seconds" {
  description = "How long Helm waits for the release, which pulls the notebook image onto every node first."
  type        = number
  default     = 900
}

variable "extra_values" {
  description = "YAML documents that are merged over the values of this module, last one wins."
  type        = list(string)
  default     = []
}
