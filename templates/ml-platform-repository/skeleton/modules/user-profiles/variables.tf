variable "profiles" {
  description = "People with access to the platform, by username. username is first.last; role is Developer (runs the platform) or User (works with SageMaker); create_access_key null follows create_access_keys."
  type = map(object({
    username          = string
    email             = string
    role              = string
    create_access_key = optional(bool)
  }))
  default = {}

  validation {
    condition     = alltrue([for p in var.profiles : can(regex("^[a-z0-9]+(-[a-z0-9]+)*\\.[a-z0-9]+(-[a-z0-9]+)*$", p.username)) && length(p.username) <= 46])
    error_message = "A username is first.last in lower-case letters and digits, with single dashes inside a part, and at most 46 characters, because the role mlplatform-access-first-last has at most 64: ${join(", ", [for p in var.profiles : p.username])}."
  }

  validation {
    condition     = length(distinct([for p in var.profiles : replace(p.username, ".", "-")])) == length(var.profiles)
    error_message = "Two profiles would be one IAM user: the dot of a username becomes a dash (${join(", ", [for p in var.profiles : p.username])})."
  }

  validation {
    condition     = alltrue([for p in var.profiles : contains(["Developer", "User"], p.role)])
    error_message = "A role is Developer or User, spelt so."
  }

  validation {
    condition     = alltrue([for p in var.profiles : can(regex("^[^@[:space:]]+@[^@[:space:]]+\\.[^@[:space:]]+$", p.email))])
    error_message = "An e-mail address looks like dana@acme.example."
  }
}

variable "name_prefix" {
  description = "Put with a dash before the names of the policies, which are unique in an AWS account; null leaves the names as they are. People's names (user, role, secret) never have it: a person has one profile in an account."
  type        = string
  default     = null

  validation {
    condition     = var.name_prefix == null || can(regex("^[A-Za-z0-9]([A-Za-z0-9_-]{0,62}[A-Za-z0-9])?$", var.name_prefix))
    error_message = "The prefix is up to 64 letters, digits, dashes and underscores, with a letter or digit at both ends."
  }
}

variable "create_access_keys" {
  description = "Whether profiles that do not say create_access_key get an access key. Teams with single sign-on switch it off."
  type        = bool
  default     = true
}

variable "sagemaker_full_access" {
  description = "Whether users also get the AWS managed policy AmazonSageMakerFullAccess. It reaches far beyond SageMaker (buckets, functions, repositories and roles of other work, by their names)."
  type        = bool
  default     = false
}

variable "sagemaker_execution_role_arns" {
  description = "Roles that users may hand to SageMaker for their jobs, models and notebooks. Without one they can look, and use endpoints, but start nothing that needs a role."
  type        = list(string)
  default     = []

  validation {
    condition     = alltrue([for arn in var.sagemaker_execution_role_arns : can(regex("^arn:aws[a-z-]*:iam::[0-9]{12}:role/[A-Za-z0-9_+=,.@/-]+$", arn))])
    error_message = "Name each role by its ARN, without wildcards: who may hand any role to SageMaker has the rights of all of them."
  }
}

variable "secret_recovery_window_in_days" {
  description = "Days in which the deleted secret of a profile can be brought back: 0 (at once and for good) or 7 to 30. Until they are over a profile of the same username cannot be made again."
  type        = number
  default     = 0

  validation {
    condition     = var.secret_recovery_window_in_days == 0 || (var.secret_recovery_window_in_days >= 7 && var.secret_recovery_window_in_days <= 30)
    error_message = "Secrets Manager takes 0 or 7 to 30 days."
  }
}

variable "tags" {
  description = "Tags of users, roles, policies and secrets."
  type        = map(string)
  default     = {}
}
