output "role_arn" {
  description = "ARN of the role that was made; null when the policy went to a given role."
  value       = one(module.role[*].role_arn)
}

output "role_name" {
  description = "Name of the role that has the policy."
  value       = aws_iam_role_policy.this.role
}

output "annotations" {
  description = "Annotations of the service account that takes the role; none when the policy went to a given role, whose maker knows its ARN."
  value       = try(module.role[0].annotations, {})
}

output "policy" {
  description = "The policy, as JSON."
  value       = local.policy
}

output "policy_name" {
  description = "Name of the inline policy."
  value       = aws_iam_role_policy.this.name
}
