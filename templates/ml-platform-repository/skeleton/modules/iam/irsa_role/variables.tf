variable "name" {
  description = "Name of the IAM role."
  type        = string

  validation {
    condition     = can(regex("^[A-Za-z0-9_+=,.@-]{1,64}$", var.name))
    error_message = "A role name has 1 to 64 letters, digits and signs of _+=,.@-; choose a shorter one (names are never cut, because a cut one could meet another)."
  }
}

variable "namespace" {
  description = "Kubernetes namespace of the service account."
  type        = string

  validation {
    condition     = can(regex("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$", var.namespace))
    error_message = "A namespace is up to 63 lower-case letters, digits and dashes, with a letter or digit at both ends; a wildcard would let other namespaces take the role."
  }
}

variable "service_account" {
  description = "Kubernetes service account that may take the role."
  type        = string

  validation {
    condition     = can(regex("^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$", var.service_account))
    error_message = "A service account is up to 253 lower-case letters, digits, dashes and dots, with a letter or digit at both ends; a wildcard would let other service accounts take the role."
  }
}

variable "oidc_issuer_url" {
  description = "OIDC issuer URL of the EKS cluster, with https://."
  type        = string

  validation {
    condition     = can(regex("^https://[^/]+(/.*)?[^/]$", var.oidc_issuer_url))
    error_message = "The issuer URL begins with https:// and has no slash at its end, as EKS gives it."
  }
}

variable "description" {
  description = "Description of the role; null names the service account."
  type        = string
  default     = null
}

variable "tags" {
  description = "Tags of the role."
  type        = map(string)
  default     = {}
}
