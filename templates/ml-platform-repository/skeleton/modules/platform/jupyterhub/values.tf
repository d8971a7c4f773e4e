locals {
  # A path that holds the clone already must not fail the hook: Kubernetes kills
  # a container whose postStart fails, and the home outlives the server.
  clone_directory = var.git_repository_url == null ? null : trimsuffix(basename(var.git_repository_url), ".git")
  lifecycle_hooks = { for name, command in {
    postStart = var.git_repository_url == null ? null : [
      "sh", "-c", "test -e \"$1\" || git clone -- \"$0\" \"$1\" || true", var.git_repository_url, local.clone_directory
    ]
  } : name => { exec = { command = command } } if command != null }

  profile_list = [for slug, profile in var.profiles : {
    slug         = slug
    display_name = profile.display_name
    description  = profile.description
    default      = profile.default
    kubespawner_override = { for key, value in {
      image         = profile.image
      cpu_guarantee = profile.cpu_guarantee
      cpu_limit     = profile.cpu_limit
      mem_guarantee = profile.memory_guarantee
      mem_limit     = profile.memory_limit
      # A GPU is asked for as limit and guarantee alike.
      extra_resource_limits     = profile.gpu_limit == null ? null : { "nvidia.com/gpu" = tostring(profile.gpu_limit) }
      extra_resource_guarantees = profile.gpu_limit == null ? null : { "nvidia.com/gpu" = tostring(profile.gpu_limit) }
      node_selector             = length(profile.node_selector) == 0 ? null : profile.node_selector
      tolerations               = length(profile.tolerations) == 0 ? null : [for toleration in profile.tolerations : { for name, entry in toleration : name => entry if entry != null }]
    } : key => value if value != null }
  }]

  ingress_annotations = merge(
    {
      "external-dns.alpha.kubernetes.io/hostname"  = var.domain_name
      "alb.ingress.kubernetes.io/scheme"           = var.ingress_scheme
      "alb.ingress.kubernetes.io/target-type"      = "ip"
      "alb.ingress.kubernetes.io/group.name"       = var.ingress_group_name
      "alb.ingress.kubernetes.io/healthcheck-path" = "/${var.domain_suffix}/hub/health"
    },
    var.certificate_arn == null ? {} : {
      "alb.ingress.kubernetes.io/certificate-arn" = var.certificate_arn
      "alb.ingress.kubernetes.io/listen-ports"    = jsonencode([{ HTTP = 80 }, { HTTPS = 443 }])
      "alb.ingress.kubernetes.io/ssl-redirect"    = "443"
    },
  )

  values = {
    singleuser = merge(
      {
        defaultUrl         = "/lab"
        serviceAccountName = var.singleuser_service_account_name
        lifecycleHooks     = local.lifecycle_hooks
        extraEnv           = { for name, value in { MLFLOW_TRACKING_URI = var.mlflow_tracking_uri } : name => value if value != null }
        networkPolicy = {
          egress = [{
            to = [{ namespaceSelector = { matchLabels = { "kubernetes.io/metadata.name" = var.mlflow_namespace } } }]
          }]
        }
        storage = {
          capacity = var.singleuser_storage_capacity
          dynamic  = { for name, value in { storageClass = var.storage_class } : name => value if value != null }
        }
        profileList = local.profile_list
      },
      { for name, value in {
        image = var.singleuser_image_name == null ? null : {
          name = var.singleuser_image_name
          tag  = var.singleuser_image_tag
        }
      } : name => value if value != null },
    )

    ingress = {
      enabled          = true
      ingressClassName = var.ingress_class_name
      annotations      = local.ingress_annotations
      hosts            = [var.domain_name, "www.${var.domain_name}"]
    }

    proxy = {
      service = {
        type = "ClusterIP"
      }
    }

    cull = {
      enabled = true
      users   = true
      timeout = var.cull_timeout_seconds
    }

    hub = {
      baseUrl = "/${var.domain_suffix}"
      # GitHubOAuthenticator reads its client secret from this variable.
      extraEnv = {
        OAUTH_CLIENT_SECRET = {
          valueFrom = {
            secretKeyRef = {
              name = local.oauth_secret_name
              key  = "OAUTH_CLIENT_SECRET"
            }
          }
        }
      }
      # A removal or a failed upgrade must not take the users' registry along.
      db = {
        pvc = merge(
          { annotations = { "helm.sh/resource-policy" = "keep" } },
          { for name, value in { storageClassName = var.storage_class } : name => value if value != null },
        )
      }
      config = {
        Authenticator = {
          admin_users   = var.admin_users
          allowed_users = var.allowed_users
        }
        GitHubOAuthenticator = {
          client_id             = var.git_client_id
          oauth_callback_url    = local.oauth_callback_url
          allowed_organizations = var.allowed_organizations
          scope                 = length(var.allowed_organizations) == 0 ? [] : ["read:org"]
        }
        JupyterHub = {
          authenticator_class = "github"
        }
      }
    }
  }
}
