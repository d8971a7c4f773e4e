locals {
  # arn:<partition>:iam::<account>:oidc-provider/<issuer without https://>
  oidc_issuer = split(":oidc-provider/", var.oidc_provider_arn)[1]

  model_bucket_arns = concat(
    ["arn:${local.partition}:s3:::mlflow-sagemaker-${local.region}-${local.account}"],
    var.model_bucket_arns,
  )

  # What a container of an endpoint does: pull its image, read its model, write
  # logs and metrics.
  access_policy = {
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "SignInToRegistry"
        Effect   = "Allow"
        Action   = ["ecr:GetAuthorizationToken"]
        Resource = ["*"]
      },
      {
        Sid      = "PullImage"
        Effect   = "Allow"
        Action   = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]
        Resource = [aws_ecr_repository.this.arn]
      },
      {
        Sid      = "ListModels"
        Effect   = "Allow"
        Action   = ["s3:GetBucketLocation", "s3:ListBucket"]
        Resource = local.model_bucket_arns
      },
      {
        Sid      = "ReadModels"
        Effect   = "Allow"
        Action   = ["s3:GetObject"]
        Resource = [for arn in local.model_bucket_arns : "${arn}/*"]
      },
      {
        Sid    = "WriteLogs"
        Effect = "Allow"
        Action = ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"]
        Resource = [
          "arn:${local.partition}:logs:${local.region}:${local.account}:log-group:/aws/sagemaker/*",
        ]
      },
      {
        Sid      = "WriteMetrics"
        Effect   = "Allow"
        Action   = ["cloudwatch:PutMetricData"]
        Resource = ["*"]
        Condition = {
          StringLike = {
            "cloudwatch:namespace" = ["/aws/sagemaker/*", "aws/sagemaker/*"]
          }
        }
      },
    ]
  }

  # What the dashboard shows. Lists know no single resource.
  dashboard_policy = {
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "ListEndpoints"
        Effect   = "Allow"
        Action   = ["sagemaker:ListEndpointConfigs", "sagemaker:ListEndpoints", "sagemaker:ListModels"]
        Resource = ["*"]
      },
      {
        Sid    = "DescribeEndpoints"
        Effect = "Allow"
        Action = ["sagemaker:DescribeEndpoint", "sagemaker:DescribeEndpointConfig", "sagemaker:DescribeModel", "sagemaker:ListTags"]
        Resource = [
          for kind in ["endpoint", "endpoint-config", "model"] :
          "arn:${local.partition}:sagemaker:${local.region}:${local.account}:${kind}/*"
        ]
      },
    ]
  }
}

resource "aws_iam_role" "sagemaker_access" {
  name                 = "${local.prefix}sagemaker-access-role"
  description          = "Assumed by SageMaker to run the endpoints that MLflow deploys"
  max_session_duration = 28800

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "sagemaker.amazonaws.com" }
      # SageMaker acts for this account only, not for one that talks it into it.
      Condition = {
        StringEquals = { "aws:SourceAccount" = local.account }
      }
    }]
  })

  tags = var.tags
}

resource "aws_iam_role_policy" "sagemaker_access" {
  for_each = toset(var.sagemaker_full_access ? [] : ["endpoints"])

  name   = each.value
  role   = aws_iam_role.sagemaker_access.name
  policy = jsonencode(local.access_policy)
}

resource "aws_iam_role_policy_attachment" "sagemaker_access" {
  for_each = toset(var.sagemaker_full_access ? ["AmazonSageMakerFullAccess"] : [])

  role       = aws_iam_role.sagemaker_access.name
  policy_arn = "arn:${local.partition}:iam::aws:policy/${each.value}"
}

resource "aws_iam_role" "dashboard" {
  name                 = "${local.prefix}sagemaker-dashboard-read-access-role"
  description          = "Assumed by the dashboard's service account to read what SageMaker runs"
  max_session_duration = 28800

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = var.oidc_provider_arn }
      Condition = {
        StringEquals = {
          "${local.oidc_issuer}:aud" = "sts.amazonaws.com"
          "${local.oidc_issuer}:sub" = "system:serviceaccount:${var.namespace}:${local.service_account_name}"
        }
      }
    }]
  })

  tags = var.tags
}

resource "aws_iam_role_policy" "dashboard" {
  name   = "read-endpoints"
  role   = aws_iam_role.dashboard.name
  policy = jsonencode(local.dashboard_policy)
}
