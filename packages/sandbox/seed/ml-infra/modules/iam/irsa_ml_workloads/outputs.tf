locals {
  role_arns = { for name, role in aws_iam_role.workload : name => role.arn }
}

output "s3_role_arns" {
  description = "Role of each workload with S3 access."
  value       = { for name, w in local.workloads : name => local.role_arns[name] if w.s3_access != null }
}

output "dynamodb_role_arns" {
  description = "Role of each workload with DynamoDB access."
  value       = { for name, w in local.workloads : name => local.role_arns[name] if w.dynamodb_access != null }
}

output "rds_role_arns" {
  description = "Role of each workload with RDS access."
  value       = { for name, w in local.workloads : name => local.role_arns[name] if w.rds_access != null }
}

output "all_role_arns" {
  description = "Role of every workload."
  value       = local.role_arns
}

output "service_accounts" {
  description = "Service accounts made here, as namespace/name by workload."
  value       = { for name, sa in kubernetes_service_account_v1.workload : name => sa.id }
}

output "namespaces" {
  description = "Namespaces made here."
  value       = keys(kubernetes_namespace_v1.workload)
}
