output "s3_role_arns" {
  description = "Role ARN of each workload with S3 access, by workload."
  value       = { for name in keys(local.s3) : name => module.role[name].role_arn }
}

output "dynamodb_role_arns" {
  description = "Role ARN of each workload with DynamoDB access, by workload."
  value       = { for name in keys(local.dynamodb) : name => module.role[name].role_arn }
}

output "rds_role_arns" {
  description = "Role ARN of each workload with RDS access, by workload."
  value       = { for name in keys(local.rds) : name => module.role[name].role_arn }
}

output "all_role_arns" {
  description = "Role ARN of every workload, by workload."
  value       = { for name, role in module.role : name => role.role_arn }

  precondition {
    condition     = alltrue([for size in values(local.inline_sizes) : size <= 10240])
    error_message = "IAM allows the inline policies of a role 10,240 characters together; name fewer resources, or share the work between two workloads: ${join(", ", [for name, size in local.inline_sizes : "${name} has ${size}" if size > 10240])}."
  }
}

output "service_accounts" {
  description = "Service accounts made here, as namespace/name by workload."
  value       = { for name, account in kubernetes_service_account_v1.this : name => "${account.metadata[0].namespace}/${account.metadata[0].name}" }
}

output "namespaces" {
  description = "Namespaces made here, sorted."
  value       = sort(keys(kubernetes_namespace_v1.this))
}

output "annotations" {
  description = "Annotations that the service account of each workload needs, by workload, for service accounts that are made elsewhere."
  value       = { for name, role in module.role : name => role.annotations }
}

output "policies" {
  description = "Trust policy and access policies of each role as JSON, by the role's name and, for the latter, the kind of access behind it."
  value = merge(
    { for name, role in module.role : local.role_names[name] => role.trust_policy },
    { for name, access in module.s3 : "${local.role_names[name]}-s3" => access.policy },
    { for name, access in module.dynamodb : "${local.role_names[name]}-dynamodb" => access.policy },
    { for name, access in module.rds : "${local.role_names[name]}-rds" => access.policy },
  )
}
