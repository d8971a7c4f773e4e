output "user_name" {
  description = "Name of the IAM user."
  value       = aws_iam_user.this.name
}

output "role_name" {
  description = "Name of the IAM role."
  value       = aws_iam_role.user_access_role.name
}

output "role_arn" {
  description = "ARN of the IAM role."
  value       = aws_iam_role.user_access_role.arn
}

output "secret_arn" {
  description = "ARN of the secret."
  value       = aws_secretsmanager_secret.this.arn
}

output "trust_policy" {
  description = "Trust policy of the role, as JSON."
  value       = local.trust_policy
}

output "secret_version" {
  description = "Changes with what the secret holds; the secret's value is not kept in the state of this resource."
  value       = aws_secretsmanager_secret_version.this.secret_string_wo_version
}
