output "airflow_service_account_role_arn" {
  description = "Role of Airflow's pods, those of the tasks included."
  value       = module.iam_service_account.airflow_service_account_role_arn
}

output "airflow_service_account_role_name" {
  description = "Name of that role; policies for what DAGs do beside are attached to it."
  value       = module.iam_service_account.airflow_service_account_role_name
}

output "airflow_service_account_name" {
  description = "Service account that carries the role."
  value       = local.service_account_name
}

output "namespace" {
  description = "Namespace of Airflow."
  value       = local.namespace
}

output "url" {
  description = "Address people open."
  value       = local.url
}

output "oauth_callback_url" {
  description = "Authorization callback URL of the GitHub OAuth app."
  value       = "${local.url}/oauth-authorized/github"
}

output "s3_data_bucket_name" {
  description = "Bucket of data and logs."
  value       = module.s3_data_storage.s3_data_bucket_name
}

output "s3_data_bucket_arn" {
  description = "ARN of the bucket of data and logs."
  value       = module.s3_data_storage.s3_data_bucket_arn
}

output "s3_data_bucket_policy_arn" {
  description = "IAM policy to read and write that bucket, for other roles."
  value       = module.s3_data_storage.s3_data_bucket_policy_arn
}

output "s3_data_bucket_secret_name" {
  description = "Kubernetes secret that tells DAGs where the bucket is."
  value       = local.s3_data_bucket_secret_name
}

output "rds_host" {
  description = "Host name of the database."
  value       = module.rds_airflow.rds_host
}

output "rds_identifier" {
  description = "Name of the database instance."
  value       = module.rds_airflow.rds_identifier
}

output "rds_secret_arn" {
  description = "Secret that holds the password of the database."
  value       = module.rds_airflow.rds_secret_arn
}

output "generated_secret_arn" {
  description = "Secret with the keys the module made; null when all were given."
  value       = one(aws_secretsmanager_secret.keys[*].arn)
}

output "helm_release_version" {
  description = "Version of the chart that is deployed."
  value       = helm_release.airflow.version
}
