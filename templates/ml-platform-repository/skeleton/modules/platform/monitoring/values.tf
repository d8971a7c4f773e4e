locals {
  storage_class = { for name, value in { storageClass = var.storage_class } : name => value if value != null }

  prometheus_values = {
    alertmanager = {
      enabled = false
    }
    prometheus-pushgateway = {
      enabled = false
    }
    server = {
      retention = var.prometheus_retention
      persistentVolume = merge(
        { enabled = var.prometheus_storage_size != null },
        { for name, value in {
          size        = var.prometheus_storage_size
          annotations = { "helm.sh/resource-policy" = "keep" }
        } : name => value if var.prometheus_storage_size != null },
        local.storage_class,
      )
    }
  }

  ingress_annotations = merge(
    {
      "external-dns.alpha.kubernetes.io/hostname"  = var.domain_name
      "alb.ingress.kubernetes.io/scheme"           = var.ingress_scheme
      "alb.ingress.kubernetes.io/target-type"      = "ip"
      "alb.ingress.kubernetes.io/group.name"       = var.ingress_group_name
      "alb.ingress.kubernetes.io/healthcheck-path" = "/api/health"
    },
    var.certificate_arn == null ? {} : {
      "alb.ingress.kubernetes.io/certificate-arn" = var.certificate_arn
      "alb.ingress.kubernetes.io/listen-ports"    = jsonencode([{ HTTP = 80 }, { HTTPS = 443 }])
      "alb.ingress.kubernetes.io/ssl-redirect"    = "443"
    },
  )

  grafana_values = {
    service = {
      enabled = true
      type    = "ClusterIP"
    }

    ingress = {
      enabled          = true
      ingressClassName = var.ingress_class_name
      annotations      = local.ingress_annotations
      path             = "/${var.domain_suffix}"
      pathType         = "Prefix"
      hosts            = [var.domain_name, "www.${var.domain_name}"]
    }

    persistence = merge(
      { enabled = var.grafana_storage_size != null },
      { for name, value in {
        size        = var.grafana_storage_size
        annotations = { "helm.sh/resource-policy" = "keep" }
      } : name => value if var.grafana_storage_size != null },
      { for name, value in { storageClassName = var.storage_class } : name => value if value != null },
    )

    admin = { for name, value in { existingSecret = var.grafana_admin_secret_name } : name => value if value != null }

    datasources = {
      "datasources.yaml" = {
        apiVersion = 1
        datasources = [{
          name      = "Prometheus"
          type      = "prometheus"
          url       = local.prometheus_url
          access    = "proxy"
          isDefault = true
        }]
      }
    }

    dashboardProviders = {
      "dashboardproviders.yaml" = {
        apiVersion = 1
        providers = [{
          name            = "default"
          orgId           = 1
          folder          = ""
          type            = "file"
          disableDeletion = false
          editable        = true
          options = {
            path = "/var/lib/grafana/dashboards/default"
          }
        }]
      }
    }

    dashboards = {
      default = { for name, dashboard in var.dashboards : name => {
        gnetId     = dashboard.gnet_id
        revision   = dashboard.revision
        datasource = dashboard.datasource
      } }
    }

    envValueFrom = {
      GF_AUTH_GITHUB_CLIENT_SECRET = {
        secretKeyRef = {
          name = local.oauth_secret_name
          key  = "client_secret"
        }
      }
    }

    "grafana.ini" = {
      security = {
        allow_embedding = var.allow_embedding
        cookie_secure   = local.scheme == "https"
      }
      server = {
        domain              = var.domain_name
        root_url            = "${local.base_url}/"
        serve_from_sub_path = true
      }
      "auth.github" = merge(
        {
          enabled               = true
          allow_sign_up         = true
          scopes                = local.grafana_scopes
          auth_url              = "https://github.com/login/oauth/authorize"
          token_url             = "https://github.com/login/oauth/access_token"
          api_url               = "https://api.github.com/user"
          allowed_organizations = join(",", var.allowed_organizations)
          client_id             = var.git_client_id
        },
        length(var.team_ids) == 0 ? {} : { team_ids = join(",", var.team_ids) },
      )
    }
  }
}
