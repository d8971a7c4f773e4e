output "airflow_service_account_role_arn" {
  description = "ARN of the role."
  value       = aws_iam_role.airflow.arn
}

output "airflow_service_account_role_name" {
  description = "Name of the role."
  value       = aws_iam_role.airflow.name
}
