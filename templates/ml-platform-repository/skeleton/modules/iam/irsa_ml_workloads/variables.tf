variable "environment" {
  description = "Environment; the first part of every role's name."
  type        = string

  validation {
    condition     = can(regex("^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$", var.environment))
    error_message = "The environment is letters, digits, dots, dashes and underscores, with a letter or digit at both ends."
  }
}

variable "oidc_issuer_url" {
  description = "OIDC issuer URL of the EKS cluster, with https://."
  type        = string
}

variable "workloads" {
  description = "The workloads that need access to AWS, one entry each. Give at least one of s3_access, dynamodb_access and rds_access."
  type = list(object({
    name                   = string
    namespace              = string
    service_account        = string
    create_namespace       = optional(bool, false)
    create_service_account = optional(bool, false)
    namespace_labels       = optional(map(string), {})
    s3_access = optional(object({
      bucket_arns  = list(string)
      kms_key_arns = optional(list(string), [])
      read_only    = optional(bool, false)
    }))
    dynamodb_access = optional(object({
      table_arns = list(string)
      read_only  = optional(bool, false)
    }))
    rds_access = optional(object({
      resource_id = string
      username    = string
    }))
  }))
  default = []

  validation {
    condition     = alltrue([for w in var.workloads : can(regex("^[a-z0-9]([a-z0-9-]*[a-z0-9])?$", w.name))])
    error_message = "A workload's name is lower-case letters, digits and dashes, with a letter or digit at both ends: ${join(", ", [for w in var.workloads : w.name])}."
  }

  validation {
    condition     = length(distinct(var.workloads[*].name)) == length(var.workloads)
    error_message = "Each workload is declared once; its name is the key of its resources: ${join(", ", var.workloads[*].name)}."
  }

  validation {
    condition     = alltrue([for w in var.workloads : length("${var.environment}-${w.name}-irsa") <= 64])
    error_message = "IAM allows a role name 64 characters: <environment>-<name>-irsa is longer for one of ${join(", ", var.workloads[*].name)}. Names are never cut, because a cut one could meet another."
  }

  validation {
    condition     = alltrue([for w in var.workloads : w.s3_access != null || w.dynamodb_access != null || w.rds_access != null])
    error_message = "Each workload needs at least one of s3_access, dynamodb_access and rds_access: ${join(", ", [for w in var.workloads : w.name if w.s3_access == null && w.dynamodb_access == null && w.rds_access == null])}."
  }

  validation {
    condition     = length(distinct([for w in var.workloads : "${w.namespace}/${w.service_account}"])) == length(var.workloads)
    error_message = "A service account carries one role, so each workload needs its own: ${join(", ", [for w in var.workloads : "${w.namespace}/${w.service_account}"])}."
  }
}

variable "tags" {
  description = "Tags of the IAM roles."
  type        = map(string)
  default     = {}
}
