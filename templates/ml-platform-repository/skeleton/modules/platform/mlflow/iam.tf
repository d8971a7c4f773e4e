locals {
  oidc_issuer = replace(var.oidc_provider_arn, "/^arn:[^/]+:oidc-provider\\//", "")

  trust_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "MlflowServiceAccount"
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = var.oidc_provider_arn }
      Condition = {
        StringEquals = {
          "${local.oidc_issuer}:sub" = "system:serviceaccount:${var.namespace}:${var.service_account_name}"
          "${local.oidc_issuer}:aud" = "sts.amazonaws.com"
        }
      }
    }]
  })

  s3_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "FindArtifacts"
        Effect   = "Allow"
        Action   = ["s3:ListBucket"]
        Resource = [local.bucket_arn]
        Condition = {
          StringLike = { "s3:prefix" = [local.s3_key_prefix, "${local.s3_key_prefix}/*"] }
        }
      },
      {
        Sid      = "FindBucket"
        Effect   = "Allow"
        Action   = ["s3:GetBucketLocation", "s3:ListBucketMultipartUploads"]
        Resource = [local.bucket_arn]
      },
      {
        Sid    = "ReadAndWriteArtifacts"
        Effect = "Allow"
        Action = [
          "s3:AbortMultipartUpload",
          "s3:DeleteObject",
          "s3:GetObject",
          "s3:GetObjectVersion",
          "s3:ListMultipartUploadParts",
          "s3:PutObject",
        ]
        Resource = ["${local.bucket_arn}/${local.s3_key_prefix}/*"]
      },
    ]
  })
}

resource "aws_iam_role" "mlflow_s3_role" {
  name               = "${local.prefix}-s3-access-role"
  description        = "MLflow server ${var.namespace}/${var.service_account_name}: artifacts in ${local.s3_bucket_name}"
  assume_role_policy = local.trust_policy
  tags               = var.tags
}

# A policy of its own, not an inline one: Airflow and others attach it too.
resource "aws_iam_policy" "mlflow_s3_policy" {
  name        = "${local.prefix}-s3-access-policy"
  description = "Read and write MLflow artifacts in ${local.s3_bucket_name}"
  policy      = local.s3_policy
  tags        = var.tags
}

resource "aws_iam_role_policy_attachment" "mlflow_s3_policy" {
  role       = aws_iam_role.mlflow_s3_role.name
  policy_arn = aws_iam_policy.mlflow_s3_policy.arn
}
