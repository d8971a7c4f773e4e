variable "profile" {
  description = "The person: username (first.last), email, role (Developer or User), and whether an access key is made."
  type = object({
    username          = string
    email             = string
    role              = string
    create_access_key = optional(bool, true)
  })

  validation {
    condition     = length(split(".", var.profile.username)) == 2
    error_message = "The username is first.last, with one dot."
  }

  validation {
    condition     = contains(["Developer", "User"], var.profile.role)
    error_message = "The role is Developer or User, spelt so."
  }
}

variable "access_policy_developer" {
  description = "ARN of the policy that developers get."
  type        = string
}

variable "access_policy_user" {
  description = "ARN of the policy that users get."
  type        = string
}

variable "secret_recovery_window_in_days" {
  description = "Days in which the deleted secret can be brought back: 0 or 7 to 30."
  type        = number
  default     = 0
}

variable "tags" {
  description = "Tags of the user, the role and the secret."
  type        = map(string)
  default     = {}
}
