locals {
  logs_on_volume = var.logs_storage_class != null

  # What the chart calls its objects: the release's name, if the chart's is part of it.
  fullname = strcontains(var.name, "airflow") ? var.name : "${var.name}-airflow"

  # The environment wins over the chart's own secret, so that no key stands in the values.
  environment_from_secrets = [
    for variable in [
      { name = "GITHUB_CLIENT_ID", secret = local.git_organization_secret_name, key = "GITHUB_CLIENT_ID" },
      { name = "GITHUB_CLIENT_SECRET", secret = local.git_organization_secret_name, key = "GITHUB_CLIENT_SECRET" },
      { name = "AIRFLOW__CORE__FERNET_KEY", secret = local.keys_secret_name, key = "fernet_key" },
      { name = "AIRFLOW__WEBSERVER__SECRET_KEY", secret = local.keys_secret_name, key = "webserver_secret_key" },
    ] :
    { name = variable.name, valueFrom = { secretKeyRef = { name = variable.secret, key = variable.key } } }
  ]

  # Read by WebServerConfig.py.
  environment_of_sign_in = [
    { name = "GITHUB_URL", value = var.github_url },
    { name = "GITHUB_API_URL", value = var.github_api_url },
    { name = "GITHUB_TEAM_ROLES", value = jsonencode(var.github_team_roles) },
  ]

  airflow_config = merge(
    {
      AIRFLOW__WEBSERVER__EXPOSE_CONFIG    = "False"
      AIRFLOW__WEBSERVER__BASE_URL         = local.url
      AIRFLOW__WEBSERVER__ENABLE_PROXY_FIX = "True"
      AIRFLOW__CORE__LOAD_EXAMPLES         = "False"
      AIRFLOW__CORE__DEFAULT_TIMEZONE      = var.default_timezone
      AWS_DEFAULT_REGION                   = data.aws_region.current.region
    },
    local.logs_on_volume ? {} : {
      # An empty connection: credentials come from the service account's role.
      AIRFLOW_CONN_AWS_DEFAULT                 = "aws://"
      AIRFLOW__LOGGING__REMOTE_LOGGING         = "True"
      AIRFLOW__LOGGING__REMOTE_BASE_LOG_FOLDER = "s3://${local.s3_data_bucket_name}/${module.s3_data_storage.logs_prefix}"
      AIRFLOW__LOGGING__REMOTE_LOG_CONN_ID     = "aws_default"
    },
  )

  ingress_annotations = merge(
    {
      "alb.ingress.kubernetes.io/group.name"       = var.ingress_group_name
      "alb.ingress.kubernetes.io/healthcheck-path" = "/${var.domain_suffix}/health"
      "alb.ingress.kubernetes.io/listen-ports"     = jsonencode(var.certificate_arn == null ? [{ HTTP = 80 }] : [{ HTTP = 80 }, { HTTPS = 443 }])
      "alb.ingress.kubernetes.io/scheme"           = var.ingress_scheme
      "alb.ingress.kubernetes.io/target-type"      = "ip"
      "external-dns.alpha.kubernetes.io/hostname"  = var.domain_name
    },
    var.certificate_arn == null ? {} : {
      "alb.ingress.kubernetes.io/certificate-arn" = var.certificate_arn
      "alb.ingress.kubernetes.io/ssl-redirect"    = "443"
    },
  )

  git_sync = merge(
    {
      enabled     = true
      repo        = var.git_repository_url
      branch      = var.git_branch
      revision    = "HEAD"
      syncWait    = 60
      syncTimeout = 120
    },
    local.git_token_given ? {
      httpSecret            = local.git_airflow_repo_secret_name
      httpSecretUsernameKey = "username"
      httpSecretPasswordKey = "password"
    } : {},
  )
}

resource "helm_release" "airflow" {
  name             = var.name
  namespace        = local.namespace
  create_namespace = false

  repository = var.helm_repository
  chart      = var.helm_chart_name
  version    = var.helm_chart_version
  wait       = var.helm_wait
  timeout    = var.helm_timeout_seconds

  values = [yamlencode({
    airflow = {
      extraEnv = concat(local.environment_from_secrets, local.environment_of_sign_in)
      config   = local.airflow_config
      users    = []
      image = {
        repository = var.image_repository
        tag        = var.image_tag
        pullPolicy = "IfNotPresent"
        pullSecret = ""
        uid        = 50000
        gid        = 0
      }
      executor           = "KubernetesExecutor"
      fernetKey          = ""
      webserverSecretKey = ""
      variables          = local.airflow_variable_list_full
      # A new revision of the secrets restarts the pods.
      podAnnotations = { "ml-platform.io/secrets-revision" = tostring(var.secrets_revision) }
    }
    serviceAccount = {
      create      = true
      name        = local.service_account_name
      annotations = { "eks.amazonaws.com/role-arn" = module.iam_service_account.airflow_service_account_role_arn }
    }
    # Logs on a shared volume are not the scheduler's to clean.
    scheduler  = { logCleanup = { enabled = !local.logs_on_volume } }
    workers    = { enabled = false, logCleanup = { enabled = !local.logs_on_volume } }
    flower     = { enabled = false }
    postgresql = { enabled = false }
    redis      = { enabled = false }
    externalDatabase = {
      type              = "postgres"
      host              = module.rds_airflow.rds_host
      port              = var.rds_port
      database          = module.rds_airflow.rds_dbname
      user              = module.rds_airflow.rds_username
      passwordSecret    = local.k8s_airflow_db_secret_name
      passwordSecretKey = "postgresql-password"
    }
    dags = {
      path    = "/opt/airflow/dags"
      gitSync = local.git_sync
    }
    logs = {
      path = "/opt/airflow/logs"
      persistence = local.logs_on_volume ? {
        enabled      = true
        storageClass = var.logs_storage_class
        size         = var.logs_storage_size
        accessMode   = "ReadWriteMany"
      } : { enabled = false, storageClass = "", size = var.logs_storage_size, accessMode = "ReadWriteMany" }
    }
    ingress = {
      enabled    = true
      apiVersion = "networking.k8s.io/v1"
      web = {
        annotations      = local.ingress_annotations
        ingressClassName = var.ingress_class_name
        host             = var.domain_name
        path             = "/${var.domain_suffix}"
        # The chart's own path matches exactly; all below it comes here.
        precedingPaths = [{
          path        = "/${var.domain_suffix}/*"
          serviceName = "${local.fullname}-web"
          servicePort = "web"
        }]
      }
    }
    web = {
      readinessProbe  = { enabled = true, initialDelaySeconds = 45 }
      livenessProbe   = { enabled = true, initialDelaySeconds = 45 }
      webserverConfig = { stringOverride = file("${path.module}/WebServerConfig.py") }
    }
  })]

  depends_on = [
    kubernetes_secret_v1.airflow_db_credentials,
    kubernetes_secret_v1.airflow_https_git_secret,
    kubernetes_secret_v1.airflow_keys,
    kubernetes_secret_v1.airflow_organization_git_secret,
    module.s3_data_storage,
  ]
}
