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

variable "resource_id" {
  description = "Resource id of the database (db-...), of the Aurora cluster (cluster-...) or of the proxy (prx-...); not its name."
  type        = string

  validation {
    condition     = can(regex("^(db|cluster|prx)-[A-Za-z0-9]+$", var.resource_id))
    error_message = "The resource id begins with db-, cluster- or prx- and has no wildcard; it is neither the name of the database nor an ARN."
  }
}

variable "username" {
  description = "Database user that the role signs in as."
  type        = string

  validation {
    condition     = can(regex("^[A-Za-z0-9_][A-Za-z0-9_.@$-]{0,62}$", var.username))
    error_message = "A database user is up to 63 letters, digits and signs of _.@$-, without wildcards: with one the role could sign in as the master user."
  }
}

variable "tags" {
  description = "Tags of the role that is made."
  type        = map(string)
  default     = {}
}
