output "sagemaker_access_role_name" {
  description = "Name of the role that SageMaker assumes to run endpoints; Airflow's AWS_ROLE_NAME_SAGEMAKER."
  value       = aws_iam_role.sagemaker_access.name
}

output "sagemaker_access_role_arn" {
  description = "ARN of the role that SageMaker assumes to run endpoints."
  value       = aws_iam_role.sagemaker_access.arn
}

output "dashboard_role_arn" {
  description = "ARN of the role with which the dashboard reads what SageMaker runs."
  value       = aws_iam_role.dashboard.arn
}

output "ecr_repository_name" {
  description = "Name of the container repository."
  value       = aws_ecr_repository.this.name
}

output "ecr_repository_arn" {
  description = "ARN of the container repository."
  value       = aws_ecr_repository.this.arn
}

output "ecr_repository_url" {
  description = "Address of the container repository."
  value       = aws_ecr_repository.this.repository_url
}

output "push_image_commands" {
  description = "Commands that put docker_mlflow_sagemaker_base_image into the repository; null where no image is given."
  value       = local.push_image_commands
}

output "dashboard_url" {
  description = "Where users find the dashboard; null where none is deployed."
  value       = var.dashboard_image == null ? null : "${local.base_url}/"
}
