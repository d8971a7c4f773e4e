resource "aws_ecr_repository" "this" {
  name                 = "${local.prefix}${var.ecr_repository_name}"
  image_tag_mutability = "IMMUTABLE"
  force_delete         = var.ecr_force_delete

  encryption_configuration {
    encryption_type = var.ecr_kms_key_arn == null ? "AES256" : "KMS"
    kms_key         = var.ecr_kms_key_arn
  }

  image_scanning_configuration {
    scan_on_push = true
  }

  tags = var.tags
}

resource "aws_ecr_lifecycle_policy" "this" {
  repository = aws_ecr_repository.this.name

  policy = jsonencode({
    rules = [
      {
        rulePriority = 1
        description  = "Keep last ${var.ecr_keep_images} images"
        selection = {
          tagStatus     = "tagged"
          tagPrefixList = ["v"]
          countType     = "imageCountMoreThan"
          countNumber   = var.ecr_keep_images
        }
        action = {
          type = "expire"
        }
      },
      {
        rulePriority = 2
        description  = "Drop images without a tag after 14 days"
        selection = {
          tagStatus   = "untagged"
          countType   = "sinceImagePushed"
          countUnit   = "days"
          countNumber = 14
        }
        action = {
          type = "expire"
        }
      },
    ]
  })
}

locals {
  # The tag stands behind the last colon: one before it belongs to a registry's port.
  base_image_tag = var.docker_mlflow_sagemaker_base_image == null ? null : regex(":([^:/]+)$", var.docker_mlflow_sagemaker_base_image)[0]
  ecr_registry   = split("/", aws_ecr_repository.this.repository_url)[0]
  push_image_commands = var.docker_mlflow_sagemaker_base_image == null ? null : join("\n", [
    "aws ecr get-login-password --region ${local.region} | docker login --username AWS --password-stdin ${local.ecr_registry}",
    "docker pull ${var.docker_mlflow_sagemaker_base_image}",
    "docker tag ${var.docker_mlflow_sagemaker_base_image} ${aws_ecr_repository.this.repository_url}:${local.base_image_tag}",
    "docker push ${aws_ecr_repository.this.repository_url}:${local.base_image_tag}",
  ])
}
