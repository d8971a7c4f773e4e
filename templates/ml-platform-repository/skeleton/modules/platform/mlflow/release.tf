locals {
  # The server refuses requests with other Host headers (DNS rebinding). Health checks
  # of load balancer and kubelet come with private addresses.
  own_hosts = [
    var.domain_name,
    local.service_name,
    "${local.service_name}.${var.namespace}",
    "${local.service_name}.${var.namespace}.svc",
    local.service_hostname,
    "localhost",
    "127.0.0.1",
  ]
  private_hosts = concat(["10.*", "192.168.*"], [for second in range(16, 32) : "172.${second}.*"])
  allowed_hosts = concat(local.own_hosts, [for host in local.own_hosts : "${host}:*"], local.private_hosts, var.allowed_hosts)

  ingress_annotations = merge(
    {
      "alb.ingress.kubernetes.io/group.name"       = var.ingress_group_name
      "alb.ingress.kubernetes.io/healthcheck-path" = local.health_check_path
      "alb.ingress.kubernetes.io/listen-ports"     = jsonencode(var.certificate_arn == null ? [{ HTTP = 80 }] : [{ HTTP = 80 }, { HTTPS = 443 }])
      "alb.ingress.kubernetes.io/scheme"           = var.ingress_scheme
      "alb.ingress.kubernetes.io/target-type"      = "ip"
      "external-dns.alpha.kubernetes.io/hostname"  = var.domain_name
    },
    var.certificate_arn == null ? {} : {
      "alb.ingress.kubernetes.io/certificate-arn" = var.certificate_arn
      "alb.ingress.kubernetes.io/ssl-redirect"    = "443"
    },
    length(var.ingress_allowed_cidrs) == 0 ? {} : {
      "alb.ingress.kubernetes.io/conditions.${local.service_name}" = jsonencode([{
        field          = "source-ip"
        sourceIpConfig = { values = var.ingress_allowed_cidrs }
      }])
    },
  )

  health_check_path = coalesce(var.health_check_path, "${local.url_path}/health")
}

resource "helm_release" "mlflow" {
  name             = var.name
  namespace        = local.namespace
  create_namespace = false

  chart   = "${path.module}/helm"
  wait    = var.helm_wait
  timeout = var.helm_timeout_seconds

  values = [yamlencode({
    deployment = {
      name            = var.name
      image           = var.image
      replicas        = var.replicas
      workers         = var.workers
      jobExecution    = var.job_execution
      resources       = { for kind, amounts in { requests = var.resources.requests, limits = var.resources.limits } : kind => amounts if length(amounts) > 0 }
      healthCheckPath = local.health_check_path
      databaseUpgrade = var.database_upgrade
      podAnnotations  = { "ml-platform.io/secrets-revision" = tostring(var.secrets_revision) }
    }
    serviceAccount = {
      name = var.service_account_name
    }
    service = {
      port = local.service_port
    }
    ingress = {
      host        = var.domain_name
      path        = var.domain_suffix
      className   = var.ingress_class_name
      annotations = local.ingress_annotations
    }
    artifacts = {
      s3_role_arn   = aws_iam_role.mlflow_s3_role.arn
      s3_key_prefix = local.s3_key_prefix
      s3_bucket     = aws_s3_bucket.mlflow.bucket
      region        = data.aws_region.current.region
    }
    rds = {
      host            = module.rds.rds_host
      port            = var.rds_port
      username        = module.rds.rds_username
      db_name         = module.rds.rds_dbname
      password_secret = { name = local.secret_name, key = "password" }
    }
    auth = {
      enabled = var.auth_enabled
      secret  = { name = local.secret_name, config_key = "basic_auth.ini", session_key = "secret_key" }
    }
    security = {
      allowedHosts   = local.allowed_hosts
      allowedOrigins = [local.origin]
    }
  })]

  depends_on = [
    aws_iam_role_policy_attachment.mlflow_s3_policy,
    kubernetes_secret_v1.server,
  ]
}
