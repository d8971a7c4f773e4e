output "s3_mlflow_bucket_policy_arn" {
  description = "IAM policy to read and write artifacts; Airflow and others attach it to their roles."
  value       = aws_iam_policy.mlflow_s3_policy.arn
}

output "s3_bucket_name" {
  description = "Bucket of the artifacts."
  value       = aws_s3_bucket.mlflow.bucket
}

output "s3_bucket_arn" {
  description = "ARN of the bucket of the artifacts."
  value       = aws_s3_bucket.mlflow.arn
}

output "s3_key_prefix" {
  description = "Prefix of the artifacts in the bucket."
  value       = local.s3_key_prefix
}

output "mlflow_s3_role_arn" {
  description = "Role of the server."
  value       = aws_iam_role.mlflow_s3_role.arn
}

output "mlflow_s3_role_name" {
  description = "Name of the role of the server."
  value       = aws_iam_role.mlflow_s3_role.name
}

output "namespace" {
  description = "Namespace of the server."
  value       = local.namespace
}

output "service_account_name" {
  description = "Service account that carries the role."
  value       = var.service_account_name
}

output "mlflow_service_name" {
  description = "Kubernetes Service of the server."
  value       = local.service_name
}

output "mlflow_tracking_uri" {
  description = "Tracking URI inside the cluster (MLFLOW_TRACKING_URI). The server serves its API below the path too."
  value       = "http://${local.service_hostname}${local.url_path}"
}

output "url" {
  description = "Address people open; also the tracking URI from outside the cluster."
  value       = "${local.origin}${local.url_path}"
}

output "auth_secret_arn" {
  description = "Secret with `username` and `password` of the first user; null without auth_enabled."
  value       = one(aws_secretsmanager_secret.auth[*].arn)
}

output "rds_host" {
  description = "Host name of the database."
  value       = module.rds.rds_host
}

output "rds_identifier" {
  description = "Name of the database instance."
  value       = module.rds.rds_identifier
}

output "rds_secret_arn" {
  description = "Secret that holds the password of the database."
  value       = module.rds.rds_secret_arn
}
