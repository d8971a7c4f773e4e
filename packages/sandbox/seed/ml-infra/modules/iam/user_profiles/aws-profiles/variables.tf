variable "profile" {
  type = object({
    username          = string
    email             = string
    role              = string
    create_access_key = optional(bool, false)
  })
}

variable "access_policy_developer" {
  description = "ARN of the policy that developers get."
  type        = string
}

variable "access_policy_user" {
  description = "ARN of the policy that users get."
  type        = string
}
