data "aws_caller_identity" "current" {}
data "aws_partition" "current" {}
data "aws_region" "current" {}

locals {
  account   = data.aws_caller_identity.current.account_id
  partition = data.aws_partition.current.partition
  region    = data.aws_region.current.region

  prefix = var.name_prefix == null ? "" : "${var.name_prefix}-"

  scheme   = var.certificate_arn == null ? "http" : "https"
  base_url = "${local.scheme}://${var.domain_name}/${var.domain_suffix}"
}

# What the dashboard shows is read with the role of its service account: no IAM
# user, no key.
resource "helm_release" "dashboard" {
  for_each = toset(var.dashboard_image == null ? [] : [var.name])

  name             = each.value
  namespace        = var.namespace
  create_namespace = var.create_namespace

  chart = "${path.module}/helm"

  values = [yamlencode({
    deployment = {
      image = var.dashboard_image
      name  = local.deployment_name
      port  = var.dashboard_port
    }
    ingress = {
      className   = var.ingress_class_name
      host        = var.domain_name
      path        = "/${var.domain_suffix}"
      annotations = local.ingress_annotations
    }
    serviceAccount = {
      name    = local.service_account_name
      roleArn = aws_iam_role.dashboard.arn
    }
    aws = {
      region = local.region
    }
  })]

  depends_on = [aws_iam_role_policy.dashboard]
}

locals {
  deployment_name      = "sagemaker-streamlit"
  service_account_name = "sagemaker-dashboard"

  ingress_annotations = merge(
    {
      "external-dns.alpha.kubernetes.io/hostname"  = var.domain_name
      "alb.ingress.kubernetes.io/scheme"           = var.ingress_scheme
      "alb.ingress.kubernetes.io/target-type"      = "ip"
      "alb.ingress.kubernetes.io/group.name"       = var.ingress_group_name
      "alb.ingress.kubernetes.io/healthcheck-path" = "/${var.domain_suffix}/_stcore/health"
    },
    var.certificate_arn == null ? {} : {
      "alb.ingress.kubernetes.io/certificate-arn" = var.certificate_arn
      "alb.ingress.kubernetes.io/listen-ports"    = jsonencode([{ HTTP = 80 }, { HTTPS = 443 }])
      "alb.ingress.kubernetes.io/ssl-redirect"    = "443"
    },
    var.ingress_annotations,
  )
}
