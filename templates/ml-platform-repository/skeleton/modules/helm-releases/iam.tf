data "aws_partition" "current" {}

locals {
  # arn:<partition>:iam::<account>:oidc-provider/<issuer without https://>
  oidc_issuer = split(":oidc-provider/", var.cluster_oidc_provider_arn)[1]

  # Components that call AWS and were given no role get one made here.
  made_roles = { for key, account in local.system_accounts : key => account
    if contains(var.system_components, account.component) && lookup(var.iam_role_arns, key, null) == null
  }

  role_arns = merge(
    { for key, role in aws_iam_role.system : key => role.arn },
    { for key in keys(local.system_accounts) : key => var.iam_role_arns[key] if lookup(var.iam_role_arns, key, null) != null },
  )

  policies = {
    aws_load_balancer_controller = local.load_balancer_policy
    external_secrets_operator    = local.external_secrets_policy
    cluster_autoscaler           = local.autoscaler_policy
  }

  external_secrets_policy = {
    Version = "2012-10-17"
    Statement = [{
      Sid    = "ReadSecrets"
      Effect = "Allow"
      Action = ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"]
      Resource = var.external_secrets_secret_arns != null ? var.external_secrets_secret_arns : concat(
        ["arn:${data.aws_partition.current.partition}:secretsmanager:${var.aws_region}:${var.aws_account_id}:secret:${var.project_name}/${var.environment}/*"],
        var.secrets_config == null ? [] : [var.secrets_config.rds_credentials_secret_arn],
      )
    }]
  }

  autoscaler_policy = {
    Version = "2012-10-17"
    Statement = [
      {
        Sid    = "SeeGroups"
        Effect = "Allow"
        Action = [
          "autoscaling:DescribeAutoScalingGroups",
          "autoscaling:DescribeAutoScalingInstances",
          "autoscaling:DescribeLaunchConfigurations",
          "autoscaling:DescribeScalingActivities",
          "autoscaling:DescribeTags",
          "ec2:DescribeImages",
          "ec2:DescribeInstanceTypes",
          "ec2:DescribeLaunchTemplateVersions",
          "ec2:GetInstanceTypesFromInstanceRequirements",
        ]
        Resource = ["*"]
      },
      {
        Sid      = "SeeNodeGroups"
        Effect   = "Allow"
        Action   = ["eks:DescribeNodegroup"]
        Resource = ["arn:${data.aws_partition.current.partition}:eks:${var.aws_region}:${var.aws_account_id}:nodegroup/${var.cluster_name}/*"]
      },
      {
        Sid      = "ResizeGroupsOfThisCluster"
        Effect   = "Allow"
        Action   = ["autoscaling:SetDesiredCapacity", "autoscaling:TerminateInstanceInAutoScalingGroup"]
        Resource = ["arn:${data.aws_partition.current.partition}:autoscaling:${var.aws_region}:${var.aws_account_id}:autoScalingGroup:*:autoScalingGroupName/*"]
        Condition = {
          StringEquals = {
            "aws:ResourceTag/k8s.io/cluster-autoscaler/${var.cluster_name}" = "owned"
          }
        }
      },
    ]
  }
}

resource "aws_iam_role" "system" {
  for_each = local.made_roles

  name        = "${var.project_name}-${var.environment}-${replace(each.key, "_", "-")}"
  description = "Assumed by ${each.value.namespace}/${each.value.name} of the cluster ${var.cluster_name}"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = var.cluster_oidc_provider_arn }
      Condition = {
        StringEquals = {
          "${local.oidc_issuer}:aud" = "sts.amazonaws.com"
          "${local.oidc_issuer}:sub" = "system:serviceaccount:${each.value.namespace}:${each.value.name}"
        }
      }
    }]
  })

  tags = var.tags
}

resource "aws_iam_role_policy" "system" {
  for_each = local.made_roles

  name   = replace(each.key, "_", "-")
  role   = aws_iam_role.system[each.key].name
  policy = jsonencode(local.policies[each.key])
}
