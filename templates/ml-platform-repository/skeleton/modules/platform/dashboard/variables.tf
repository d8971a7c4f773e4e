variable "name" {
  description = "Name of the Helm release and of what it deploys."
  type        = string
  default     = "dashboard"
}

variable "namespace" {
  description = "Namespace of the dashboard."
  type        = string
  default     = "dashboard"
}

variable "create_namespace" {
  description = "Create the namespace."
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
  description = "Path of the dashboard under the host name, without a leading slash; empty serves it at the root."
  type        = string
  default     = ""

  validation {
    condition     = var.domain_suffix == "" || can(regex("^[a-z0-9]([a-z0-9/-]*[a-z0-9])?$", var.domain_suffix))
    error_message = "domain_suffix must be a path in lower case that neither begins nor ends with a slash."
  }
}

variable "image" {
  description = "Image of the dashboard, with a tag or digest. There is no official one."
  type        = string

  validation {
    condition     = can(regex("(:[A-Za-z0-9_][A-Za-z0-9._-]{0,127}|@sha256:[0-9a-f]{64})$", var.image)) && !can(regex(":latest$", var.image))
    error_message = "image must carry a tag other than latest, or a digest."
  }
}

variable "container_port" {
  description = "Port on which the container listens."
  type        = number
  default     = 80
}

variable "container_capabilities" {
  description = "Linux capabilities that the container keeps; all others are dropped. The default is what a web server needs that starts as root on port 80; an unprivileged image needs none."
  type        = list(string)
  default     = ["CHOWN", "NET_BIND_SERVICE", "SETGID", "SETUID"]
}

variable "replicas" {
  description = "Number of pods."
  type        = number
  default     = 1
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
  description = "`internal` is reached from within the network only, `internet-facing` from everywhere. The application itself asks nobody who they are."
  type        = string
  default     = "internal"

  validation {
    condition     = contains(["internal", "internet-facing"], var.ingress_scheme)
    error_message = "ingress_scheme must be internal or internet-facing."
  }

  validation {
    condition     = var.ingress_scheme == "internal" || (var.certificate_arn != null && contains(keys(var.ingress_annotations), "alb.ingress.kubernetes.io/auth-type"))
    error_message = "An internet-facing dashboard needs certificate_arn and a sign-in at the load balancer: ingress_annotations with alb.ingress.kubernetes.io/auth-type and what belongs to it."
  }
}

variable "ingress_annotations" {
  description = "Further annotations of the Ingress, for example those of a sign-in at the load balancer (alb.ingress.kubernetes.io/auth-type)."
  type        = map(string)
  default     = {}
}

variable "certificate_arn" {
  description = "ARN of the ACM certificate of the host name. With it the load balancer answers on HTTPS and redirects HTTP."
  type        = string
  default     = null
}
