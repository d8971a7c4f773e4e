output "s3_data_bucket_name" {
  description = "Name of the bucket."
  value       = aws_s3_bucket.data.bucket
}

output "s3_data_bucket_arn" {
  description = "ARN of the bucket."
  value       = aws_s3_bucket.data.arn
}

output "s3_data_bucket_policy_arn" {
  description = "IAM policy to read and write the bucket."
  value       = aws_iam_policy.data.arn
}

output "logs_prefix" {
  description = "Prefix of Airflow's logs in the bucket."
  value       = local.logs_prefix
}
