variable "name" {
  description = "Name of the GitRepository and of the Kustomization that Flux begins with."
  type        = string
  default     = "flux-system"

  validation {
    condition     = can(regex("^[a-z0-9]([-a-z0-9]{0,51}[a-z0-9])?$", var.name)) && var.name != "flux2"
    error_message = "name takes small letters, digits and hyphens, at most 53, begins and ends with a letter or digit, and is not flux2, which is the release of the controllers."
  }
}

variable "namespace" {
  description = "Namespace of Flux."
  type        = string
  default     = "flux-system"

  validation {
    condition     = can(regex("^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$", var.namespace)) && !startswith(var.namespace, "kube-")
    error_message = "namespace is a DNS label of at most 63 characters that does not begin with kube-."
  }
}

variable "create_namespace" {
  description = "Make the namespace. False where it exists already."
  type        = bool
  default     = true
}

variable "flux_chart_version" {
  description = "Version of the chart flux2, which brings the controllers and their definitions."
  type        = string
  default     = "2.17.1"

  validation {
    condition     = can(regex("^2\\.[0-9]+\\.[0-9]+$", var.flux_chart_version))
    error_message = "flux_chart_version is a released version 2.x.y of the chart flux2; that is not the version of Flux."
  }
}

variable "sync_chart_version" {
  description = "Version of the chart flux2-sync, which says what Flux follows."
  type        = string
  default     = "1.14.0"

  validation {
    condition     = can(regex("^1\\.[0-9]+\\.[0-9]+$", var.sync_chart_version))
    error_message = "sync_chart_version is a released version 1.x.y of the chart flux2-sync."
  }
}

variable "repository_url" {
  description = "Repository that Flux follows: ssh://git@github.com/<owner>/<name>.git, which is read with a key, or https:// for a public one."
  type        = string

  validation {
    condition     = can(regex("^(ssh://[a-z]+@|https://)[A-Za-z0-9.-]+(:[0-9]+)?/[A-Za-z0-9._/-]+$", var.repository_url))
    error_message = "repository_url begins with ssh://git@ or https://. Flux does not read the short form git@github.com:owner/name.git, and a password has no place in an address."
  }
}

variable "branch" {
  description = "Branch that Flux follows."
  type        = string
  default     = "main"

  validation {
    condition     = can(regex("^[A-Za-z0-9][A-Za-z0-9._/-]*$", var.branch))
    error_message = "branch is the name of a branch, without refs/heads/ in front."
  }
}

variable "path" {
  description = "Folder of the repository that this cluster is made from, for example clusters/dev."
  type        = string

  validation {
    condition     = can(regex("^(\\./)?[A-Za-z0-9][A-Za-z0-9._/-]*$", var.path)) && !strcontains(var.path, "..")
    error_message = "path is a folder below the root of the repository, such as clusters/dev: everything beneath it is applied to the cluster."
  }
}

variable "interval" {
  description = "How often the repository is looked at and the cluster compared with it."
  type        = string
  default     = "5m"

  validation {
    condition     = can(regex("^([0-9]+h)?([0-9]+m)?([0-9]+s)?$", var.interval)) && var.interval != ""
    error_message = "interval is a duration such as 5m or 1h30m."
  }
}

variable "prune" {
  description = "Remove from the cluster what is taken out of the repository."
  type        = bool
  default     = true
}

variable "suspend" {
  description = "Stop Flux from following the repository. Apply this before the unit is removed, and what Flux made stays."
  type        = bool
  default     = false
}

variable "git_private_key" {
  description = "Private SSH key that the repository is read with. Prefer `git_private_key_secret_name`."
  type        = string
  default     = null
  sensitive   = true

  validation {
    condition     = var.git_private_key == null || can(regex("PRIVATE KEY-----", var.git_private_key))
    error_message = "git_private_key is a private key in OpenSSH or PEM form, without a passphrase."
  }
}

variable "git_private_key_secret_name" {
  description = "Name of the secret in AWS Secrets Manager that holds the private SSH key, such as the module github makes."
  type        = string
  default     = null

  validation {
    condition     = !startswith(var.repository_url, "ssh://") || (var.git_private_key == null) != (var.git_private_key_secret_name == null)
    error_message = "An ssh:// repository needs exactly one of git_private_key and git_private_key_secret_name."
  }

  validation {
    condition     = !startswith(var.repository_url, "https://") || (var.git_private_key == null && var.git_private_key_secret_name == null)
    error_message = "A key is of no use to an https:// repository. Give its ssh:// address, or no key."
  }
}

variable "git_private_key_secret_key" {
  description = "Key within the secret when it is a JSON object; null takes the whole secret."
  type        = string
  default     = null
}

variable "git_private_key_revision" {
  description = "Raise by one after the private key has changed, so that it is read and written again."
  type        = number
  default     = 1

  validation {
    condition     = var.git_private_key_revision >= 1 && floor(var.git_private_key_revision) == var.git_private_key_revision
    error_message = "git_private_key_revision is a whole number from 1 on."
  }
}

variable "known_hosts" {
  description = "Lines of known_hosts for the host of the repository. The default is what GitHub publishes for github.com."
  type        = list(string)
  default = [
    "github.com ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl",
    "github.com ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBEmKSENjQEezOmxkZMy7opKgwFB9nkt5YRrYMjNuG5N87uRgg6CLrbo5wAdT/y6v0mKV0U2w0WZ2YB/++Tpockg=",
  ]

  validation {
    condition = !startswith(var.repository_url, "ssh://") || anytrue([
      for line in var.known_hosts : strcontains(split(" ", line)[0], try(regex("@([A-Za-z0-9.-]+)", var.repository_url)[0], "none"))
    ])
    error_message = "known_hosts has no line for the host of repository_url. Take it from the host's operator, not from a scan over the network."
  }
}

variable "enable_image_automation" {
  description = "Install the controllers that look for new images and write their tags into the repository, which takes a key that may write."
  type        = bool
  default     = false
}

variable "extra_values" {
  description = "Values of the chart flux2 that go over the module's own, as YAML documents in ascending order."
  type        = list(string)
  default     = []

  validation {
    condition     = alltrue([for document in var.extra_values : can(yamldecode(document))])
    error_message = "extra_values are YAML documents."
  }
}

variable "extra_sync_values" {
  description = "Values of the chart flux2-sync that go over the module's own, as YAML documents in ascending order."
  type        = list(string)
  default     = []

  validation {
    condition     = alltrue([for document in var.extra_sync_values : can(yamldecode(document))])
    error_message = "extra_sync_values are YAML documents."
  }
}
