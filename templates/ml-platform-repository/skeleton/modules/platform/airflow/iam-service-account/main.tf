locals {
  oidc_issuer = replace(var.oidc_provider_arn, "/^arn:[^/]+:oidc-provider\\//", "")

  trust_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "AirflowServiceAccount"
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
}

resource "aws_iam_role" "airflow" {
  name               = "${var.name_prefix}-${var.namespace}-sa-role"
  description        = "Airflow pods ${var.namespace}/${var.service_account_name}"
  assume_role_policy = local.trust_policy
  tags               = var.tags
}

resource "aws_iam_role_policy_attachment" "mlflow" {
  count = var.s3_mlflow_bucket_policy_arn == null ? 0 : 1

  role       = aws_iam_role.airflow.name
  policy_arn = var.s3_mlflow_bucket_policy_arn
}
