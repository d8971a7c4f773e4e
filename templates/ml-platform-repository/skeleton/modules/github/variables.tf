variable "name_prefix" {
  description = "Prefix of the names in AWS and of the deploy key's title, for example <project>-<environment>."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{0,30}[a-z0-9]$", var.name_prefix))
    error_message = "name_prefix takes small letters, digits and hyphens, 2 to 32, begins with a letter and does not end with a hyphen."
  }
}

variable "repository_name" {
  description = "Name of the repository that Flux follows, without its owner, which the provider knows."
  type        = string

  validation {
    condition     = can(regex("^[A-Za-z0-9._-]{1,100}$", var.repository_name)) && !contains([".", ".."], var.repository_name) && !endswith(var.repository_name, ".git")
    error_message = "repository_name takes letters, digits, dots, hyphens and underscores, at most 100, without an owner in front and without .git."
  }
}

variable "create_repository" {
  description = "Make the repository. False for one that exists, of which only the deploy key and the protection are made."
  type        = bool
  default     = true
}

variable "description" {
  description = "What GitHub shows beside the name of a new repository."
  type        = string
  default     = "What runs on the clusters, applied by Flux."
}

variable "visibility" {
  description = "Who sees a new repository: private, or internal for everybody of the enterprise."
  type        = string
  default     = "private"

  validation {
    condition     = contains(["private", "internal"], var.visibility)
    error_message = "visibility is private or internal: a repository that shows how clusters are built is not made public here."
  }
}

variable "topics" {
  description = "Topics of a new repository."
  type        = set(string)
  default     = ["flux", "gitops"]

  validation {
    condition     = alltrue([for topic in var.topics : can(regex("^[a-z0-9][a-z0-9-]{0,49}$", topic))])
    error_message = "topics take small letters, digits and hyphens, at most 50 each."
  }
}

variable "archive_on_destroy" {
  description = "Archive the repository instead of deleting it when the unit is removed."
  type        = bool
  default     = true
}

variable "branch" {
  description = "Branch that Flux follows; the default branch of a new repository."
  type        = string
  default     = "main"

  validation {
    condition     = can(regex("^[A-Za-z0-9][A-Za-z0-9._/-]*$", var.branch))
    error_message = "branch is the name of a branch, without refs/heads/ in front and without wildcards."
  }
}

variable "cluster_path" {
  description = "Folder that the cluster is made from, for example clusters/dev. A ConfigMap is put there, since Flux reports an error while its folder is not there. Null: the folder exists or others make it."
  type        = string
  default     = null

  validation {
    condition     = var.cluster_path == null || (can(regex("^[A-Za-z0-9][A-Za-z0-9._/-]*[A-Za-z0-9_-]$", var.cluster_path)) && !strcontains(coalesce(var.cluster_path, "-"), ".."))
    error_message = "cluster_path is a folder below the root of the repository, such as clusters/dev, without slashes around it."
  }
}

variable "enable_branch_protection" {
  description = "Let nothing but reviewed pull requests into the branch. GitHub's free plan does not offer this for private repositories."
  type        = bool
  default     = true
}

variable "required_approvals" {
  description = "Reviews that a pull request needs."
  type        = number
  default     = 1

  validation {
    condition     = var.required_approvals >= 0 && var.required_approvals <= 6 && floor(var.required_approvals) == var.required_approvals
    error_message = "required_approvals is a whole number from 0 to 6."
  }
}

variable "require_code_owner_reviews" {
  description = "Require a review of those whom CODEOWNERS names."
  type        = bool
  default     = false
}

variable "required_status_checks" {
  description = "Checks that must pass, by the names GitHub shows them with. With any, a branch must be up to date too."
  type        = set(string)
  default     = []
}

variable "enforce_admins" {
  description = "Hold administrators to the protection too."
  type        = bool
  default     = true
}

variable "enable_deploy_key" {
  description = "Make a key with which Flux reads the repository. False for a public one."
  type        = bool
  default     = true
}

variable "deploy_key_read_only" {
  description = "Let the key read only. Image automation needs one that may write."
  type        = bool
  default     = true
}

variable "deploy_key_version" {
  description = "Raise by one for a new key; the old one is taken from GitHub in the same apply."
  type        = number
  default     = 1

  validation {
    condition     = var.deploy_key_version >= 1 && floor(var.deploy_key_version) == var.deploy_key_version
    error_message = "deploy_key_version is a whole number from 1 on."
  }
}

variable "kms_key_id" {
  description = "KMS key that the secret with the private key is encrypted with; null takes the account's key for Secrets Manager."
  type        = string
  default     = null
}

variable "tags" {
  description = "Tags of the secret and the parameter."
  type        = map(string)
  default     = {}
}
