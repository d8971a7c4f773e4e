variable "profiles" {
  description = "People with access to the platform, by username."
  type = map(object({
    # first.last: the IAM user is first-last, the role mlplatform-access-first-last
    username = string
    email    = string
    # Developer or User
    role = string
    # Teams with single sign-on need no key.
    create_access_key = optional(bool, false)
  }))
  default = {}

  validation {
    condition = alltrue([
      for profile in var.profiles : can(regex("^[a-z0-9-]+\\.[a-z0-9-]+$", profile.username))
    ])
    error_message = "Each username must be first.last."
  }

  validation {
    condition = alltrue([
      for profile in var.profiles : contains(["Developer", "User"], profile.role)
    ])
    error_message = "Each role must be Developer or User."
  }
}
