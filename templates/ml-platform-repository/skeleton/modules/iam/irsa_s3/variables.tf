variable "name" {
  description = "Name of a role to make for the service account; null attaches to role_name instead."
  type        = string
  default     = null

  validation {
    condition     = (var.name == null) != (var.role_name == null)
    error_message = "Give either name (a role is made) or role_name (the policy goes to a role that is there), not both and not neither."
  }
}

variable "namespace" {
  description = "Kubernetes namespace of the service account; needed with name."
  type        = string
  default     = null

  validation {
    condition     = var.name == null || var.namespace != null
    error_message = "A role of its own needs the namespace of its service account."
  }
}

variable "service_account" {
  description = "Kubernetes service account that may take the role; needed with name."
  type        = string
  default     = null

  validation {
    condition     = var.name == null || var.service_account != null
    error_message = "A role of its own needs its service account."
  }
}

variable "oidc_issuer_url" {
  description = "OIDC issuer URL of the EKS cluster; needed with name."
  type        = string
  default     = null

  validation {
    condition     = var.name == null || var.oidc_issuer_url != null
    error_message = "A role of its own needs the OIDC issuer URL of the cluster."
  }
}

variable "role_name" {
  description = "Name of a role that is there and gets the policy; null makes one."
  type        = string
  default     = null
}

variable "policy_name" {
  description = "Name of the inline policy; null is the role's name with the kind of access behind it. A second policy of one kind on the same role needs a name of its own, else it replaces the first."
  type        = string
  default     = null

  validation {
    condition     = var.policy_name == null || can(regex("^[A-Za-z0-9_+=,.@-]{1,128}$", var.policy_name))
    error_message = "A policy name has 1 to 128 letters, digits and signs of _+=,.@-."
  }
}

variable "bucket_arns" {
  description = "ARNs of the buckets (arn:aws:s3:::name); the policy covers all their objects."
  type        = list(string)

  validation {
    condition     = length(var.bucket_arns) > 0 && alltrue([for arn in var.bucket_arns : can(regex("^arn:aws[a-z-]*:s3:::[A-Za-z0-9._-]+$", arn))])
    error_message = "Name at least one bucket, each by the ARN of the whole bucket, without wildcards and without a path to objects."
  }
}

variable "kms_key_arns" {
  description = "ARNs of the KMS keys that encrypt the buckets."
  type        = list(string)
  default     = []

  validation {
    condition     = alltrue([for arn in var.kms_key_arns : can(regex("^arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9/_-]+$", arn))])
    error_message = "Name each key by its whole ARN, without wildcards."
  }
}

variable "read_only" {
  description = "Whether objects can be listed and read, but not written or deleted."
  type        = bool
  default     = false
}

variable "tags" {
  description = "Tags of the role that is made."
  type        = map(string)
  default     = {}
}
