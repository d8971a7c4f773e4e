variable "environment" {
  description = "Environment name; first part of every role's name."
  type        = string
}

variable "oidc_issuer_url" {
  description = "OIDC issuer of the EKS cluster."
  type        = string
}

variable "workloads" {
  description = "One entry for each workload that needs AWS access."
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
    condition     = alltrue([for w in var.workloads : can(regex("^[a-z0-9-]+$", w.name))])
    error_message = "Workload names hold lowercase letters, numbers and hyphens only."
  }

  validation {
    condition = alltrue([
      for w in var.workloads : w.s3_access != null || w.dynamodb_access != null || w.rds_access != null
    ])
    error_message = "Each workload needs at least one of s3_access, dynamodb_access and rds_access."
  }
}

variable "tags" {
  description = "Tags of the IAM roles."
  type        = map(string)
  default     = {}
}
