data "aws_partition" "current" {}
data "aws_region" "current" {}

locals {
  logs_prefix = "logs"

  access_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "FindData"
        Effect   = "Allow"
        Action   = ["s3:GetBucketLocation", "s3:ListBucket", "s3:ListBucketMultipartUploads"]
        Resource = [local.bucket_arn]
      },
      {
        Sid    = "ReadAndWriteData"
        Effect = "Allow"
        Action = [
          "s3:AbortMultipartUpload",
          "s3:DeleteObject",
          "s3:GetObject",
          "s3:GetObjectVersion",
          "s3:ListMultipartUploadParts",
          "s3:PutObject",
        ]
        Resource = ["${local.bucket_arn}/*"]
      },
    ]
  })
}

resource "aws_iam_policy" "data" {
  name        = "${var.s3_data_bucket_name}-access"
  description = "Read and write ${var.s3_data_bucket_name}"
  policy      = local.access_policy
  tags        = var.tags
}

resource "aws_iam_role_policy_attachment" "data" {
  role       = var.role_name
  policy_arn = aws_iam_policy.data.arn
}

# No credentials: pods have the role by their service account.
resource "kubernetes_secret_v1" "data" {
  metadata {
    name      = var.s3_data_bucket_secret_name
    namespace = var.namespace
  }

  data = {
    AWS_BUCKET   = aws_s3_bucket.data.bucket
    AWS_REGION   = data.aws_region.current.region
    AWS_ROLE_ARN = var.role_arn
  }
}
