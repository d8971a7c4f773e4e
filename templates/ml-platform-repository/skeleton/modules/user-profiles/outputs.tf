output "user_names" {
  description = "IAM user of each profile, by its key."
  value       = { for key, profile in module.aws_profiles : key => profile.user_name }
}

output "role_names" {
  description = "IAM role of each profile, by its key."
  value       = { for key, profile in module.aws_profiles : key => profile.role_name }
}

output "role_arns" {
  description = "ARN of the IAM role of each profile, by its key."
  value       = { for key, profile in module.aws_profiles : key => profile.role_arn }
}

output "secret_arns" {
  description = "ARN of the secret of each profile, by its key."
  value       = { for key, profile in module.aws_profiles : key => profile.secret_arn }
}

output "access_policy_developer_arn" {
  description = "ARN of the policy of developers."
  value       = aws_iam_policy.mlplatform_developer_access_policy.arn
}

output "access_policy_user_arn" {
  description = "ARN of the policy of users."
  value       = aws_iam_policy.mlplatform_user_access_policy.arn
}

output "policies" {
  description = "The policies as JSON: of each profile's trust by the role's name, and of the two roles of the platform by the policy's name."
  value = merge(
    { for profile in module.aws_profiles : profile.role_name => profile.trust_policy },
    {
      (aws_iam_policy.mlplatform_developer_access_policy.name) = local.developer_policy
      (aws_iam_policy.mlplatform_user_access_policy.name)      = local.user_policy
    },
  )
}
