locals {
  scheme = var.certificate_arn == null ? "http" : "https"
  url    = "${local.scheme}://${var.domain_name}/${var.domain_suffix == "" ? "" : "${var.domain_suffix}/"}"

  ingress_annotations = merge(
    {
      "external-dns.alpha.kubernetes.io/hostname" = var.domain_name
      "alb.ingress.kubernetes.io/scheme"          = var.ingress_scheme
      "alb.ingress.kubernetes.io/target-type"     = "ip"
      "alb.ingress.kubernetes.io/group.name"      = var.ingress_group_name
      # Rules of one group are tried in this order: the root comes after the tools.
      "alb.ingress.kubernetes.io/group.order" = var.domain_suffix == "" ? "1000" : "0"
    },
    var.certificate_arn == null ? {} : {
      "alb.ingress.kubernetes.io/certificate-arn" = var.certificate_arn
      "alb.ingress.kubernetes.io/listen-ports"    = jsonencode([{ HTTP = 80 }, { HTTPS = 443 }])
      "alb.ingress.kubernetes.io/ssl-redirect"    = "443"
    },
    var.ingress_annotations,
  )
}

resource "helm_release" "dashboard" {
  name             = var.name
  namespace        = var.namespace
  create_namespace = var.create_namespace

  chart = "${path.module}/helm"

  values = [yamlencode({
    deployment = {
      image        = var.image
      name         = var.name
      port         = var.container_port
      replicas     = var.replicas
      capabilities = var.container_capabilities
    }
    ingress = {
      className   = var.ingress_class_name
      host        = var.domain_name
      path        = "/${var.domain_suffix}"
      annotations = local.ingress_annotations
    }
  })]
}
