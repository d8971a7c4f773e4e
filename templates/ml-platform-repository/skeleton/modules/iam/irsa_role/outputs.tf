output "role_arn" {
  description = "ARN of the role."
  value       = aws_iam_role.this.arn
}

output "role_name" {
  description = "Name of the role."
  value       = aws_iam_role.this.name
}

output "annotations" {
  description = "Annotations of the service account that takes the role."
  value       = { "eks.amazonaws.com/role-arn" = aws_iam_role.this.arn }
}

output "trust_policy" {
  description = "Trust policy of the role, as JSON."
  value       = local.trust_policy
}
