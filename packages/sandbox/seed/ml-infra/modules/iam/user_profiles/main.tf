variable "profiles" {
  description = "People with access to the platform, by short name."
  type = map(object({
    username = string
    email    = string
    role     = string
  }))
  default = {}
}

resource "aws_iam_role" "profile" {
  for_each = var.profiles

  name               = "mlplatform-${each.key}-${each.value.role}"
  assume_role_policy = data.aws_iam_policy_document.trust.json
  tags               = { email = each.value.email }
}

data "aws_caller_identity" "current" {}

data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "AWS"
      identifiers = [data.aws_caller_identity.current.account_id]
    }
  }
}

output "role_arns" {
  value = { for name, role in aws_iam_role.profile : name => role.arn }
}
