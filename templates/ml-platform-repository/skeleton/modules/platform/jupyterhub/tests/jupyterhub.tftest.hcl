# Terraform cannot mock ephemeral resources. The provider is the real one, has no
# credentials that anybody accepts, and is asked for nothing: the secrets are
# given as plain values here.
provider "aws" {
  region                      = "eu-west-1"
  access_key                  = "test"
  secret_key                  = "test"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_requesting_account_id  = true
}

mock_provider "helm" {}
mock_provider "kubernetes" {}

variables {
  domain_name           = "ml.example.com"
  git_client_id         = "Iv1.0123456789abcdef"
  git_client_secret     = "not-in-state"
  allowed_organizations = ["acme", "acme:data"]
}

run "releases_the_pinned_chart_into_a_namespace_of_its_name" {
  assert {
    condition     = helm_release.jupyterhub.version == "4.4.0" && helm_release.jupyterhub.chart == "jupyterhub" && helm_release.jupyterhub.namespace == "jupyterhub"
    error_message = "chart, version or namespace differ"
  }

  assert {
    condition     = helm_release.notebook_access.create_namespace && !helm_release.jupyterhub.create_namespace
    error_message = "the first release makes the namespace"
  }

  assert {
    condition     = output.oauth_callback_url == "http://ml.example.com/jupyterhub/hub/oauth_callback" && output.url == "http://ml.example.com/jupyterhub/"
    error_message = "addresses differ"
  }
}

run "the_hub_reads_the_client_secret_from_a_kubernetes_secret" {
  assert {
    condition     = yamldecode(helm_release.jupyterhub.values[0]).hub.extraEnv.OAUTH_CLIENT_SECRET.valueFrom.secretKeyRef == { name = "jupyterhub-github-oauth", key = "OAUTH_CLIENT_SECRET" }
    error_message = "the hub does not refer to the secret"
  }

  assert {
    condition     = kubernetes_secret_v1.github_oauth.metadata[0].name == "jupyterhub-github-oauth" && kubernetes_secret_v1.github_oauth.metadata[0].namespace == "jupyterhub"
    error_message = "the secret is elsewhere"
  }

  assert {
    condition     = kubernetes_secret_v1.github_oauth.data_wo == null && kubernetes_secret_v1.github_oauth.data_wo_revision == 1
    error_message = "the secret's value must not be kept"
  }

  assert {
    condition     = !strcontains(nonsensitive(jsonencode(helm_release.jupyterhub.values)), "not-in-state")
    error_message = "the client secret stands in the values"
  }
}

run "signs_in_with_github_and_lets_in_those_who_are_named" {
  assert {
    condition = yamldecode(helm_release.jupyterhub.values[0]).hub.config == {
      Authenticator = { admin_users = [], allowed_users = [] }
      GitHubOAuthenticator = {
        client_id             = "Iv1.0123456789abcdef"
        oauth_callback_url    = "http://ml.example.com/jupyterhub/hub/oauth_callback"
        allowed_organizations = ["acme", "acme:data"]
        scope                 = ["read:org"]
      }
      JupyterHub = { authenticator_class = "github" }
    }
    error_message = "configuration of the hub differs: ${helm_release.jupyterhub.values[0]}"
  }
}

run "serves_behind_the_shared_load_balancer_and_answers_its_health_check" {
  assert {
    condition     = yamldecode(helm_release.jupyterhub.values[0]).ingress.hosts == ["ml.example.com", "www.ml.example.com"] && yamldecode(helm_release.jupyterhub.values[0]).ingress.ingressClassName == "alb"
    error_message = "hosts or class differ"
  }

  assert {
    condition = yamldecode(helm_release.jupyterhub.values[0]).ingress.annotations == {
      "external-dns.alpha.kubernetes.io/hostname"  = "ml.example.com"
      "alb.ingress.kubernetes.io/scheme"           = "internal"
      "alb.ingress.kubernetes.io/target-type"      = "ip"
      "alb.ingress.kubernetes.io/group.name"       = "mlplatform"
      "alb.ingress.kubernetes.io/healthcheck-path" = "/jupyterhub/hub/health"
    }
    error_message = "annotations differ"
  }
}

run "speaks_https_with_a_certificate" {
  variables {
    ingress_scheme  = "internet-facing"
    certificate_arn = "arn:aws:acm:eu-west-1:123456789012:certificate/0"
  }

  assert {
    condition     = output.oauth_callback_url == "https://ml.example.com/jupyterhub/hub/oauth_callback"
    error_message = "the callback is not on HTTPS"
  }

  assert {
    condition     = yamldecode(helm_release.jupyterhub.values[0]).ingress.annotations["alb.ingress.kubernetes.io/ssl-redirect"] == "443" && yamldecode(helm_release.jupyterhub.values[0]).ingress.annotations["alb.ingress.kubernetes.io/scheme"] == "internet-facing"
    error_message = "HTTP is not redirected"
  }
}

run "users_servers_reach_mlflow_and_take_the_charts_own_image" {
  assert {
    condition     = yamldecode(helm_release.jupyterhub.values[0]).singleuser.extraEnv == { MLFLOW_TRACKING_URI = "http://mlflow-service.mlflow.svc.cluster.local/mlflow" }
    error_message = "MLflow is not named"
  }

  assert {
    condition     = yamldecode(helm_release.jupyterhub.values[0]).singleuser.networkPolicy.egress[0].to[0].namespaceSelector.matchLabels == { "kubernetes.io/metadata.name" = "mlflow" }
    error_message = "MLflow cannot be reached"
  }

  assert {
    condition     = !can(yamldecode(helm_release.jupyterhub.values[0]).singleuser.image) && yamldecode(helm_release.jupyterhub.values[0]).singleuser.lifecycleHooks == {}
    error_message = "image or hook stand in the values unasked"
  }
}

run "takes_another_image_and_clones_a_repository" {
  variables {
    singleuser_image_name = "quay.io/jupyter/scipy-notebook"
    singleuser_image_tag  = "2025-06-02"
    git_repository_url    = "https://github.com/acme/notebooks.git"
  }

  assert {
    condition     = yamldecode(helm_release.jupyterhub.values[0]).singleuser.image == { name = "quay.io/jupyter/scipy-notebook", tag = "2025-06-02" }
    error_message = "the image is another one"
  }

  assert {
    condition     = slice(yamldecode(helm_release.jupyterhub.values[0]).singleuser.lifecycleHooks.postStart.exec.command, 3, 5) == ["https://github.com/acme/notebooks.git", "notebooks"]
    error_message = "the clone differs"
  }
}

run "offers_profiles_with_gpus" {
  variables {
    profiles = {
      gpu = {
        display_name  = "One GPU"
        default       = true
        memory_limit  = "16G"
        gpu_limit     = 1
        node_selector = { "nvidia.com/gpu.present" = "true" }
        tolerations   = [{ key = "nvidia.com/gpu" }]
      }
    }
  }

  assert {
    condition = yamldecode(helm_release.jupyterhub.values[0]).singleuser.profileList == [{
      slug         = "gpu"
      display_name = "One GPU"
      description  = ""
      default      = true
      kubespawner_override = {
        mem_limit                 = "16G"
        extra_resource_limits     = { "nvidia.com/gpu" = "1" }
        extra_resource_guarantees = { "nvidia.com/gpu" = "1" }
        node_selector             = { "nvidia.com/gpu.present" = "true" }
        tolerations               = [{ key = "nvidia.com/gpu", operator = "Exists", effect = "NoSchedule" }]
      }
    }]
    error_message = "profiles differ: ${helm_release.jupyterhub.values[0]}"
  }
}

run "writes_the_proxys_token_only" {
  variables {
    proxy_secret_token = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
    secret_revision    = 3
  }

  assert {
    condition     = helm_release.jupyterhub.set_wo_revision == 3 && helm_release.jupyterhub.set_wo == null
    error_message = "the token must be written, and not be kept"
  }
}

run "leaves_the_proxys_token_to_the_chart" {
  assert {
    condition     = helm_release.jupyterhub.set_wo_revision == null
    error_message = "there is no token to write"
  }
}

run "keeps_the_hubs_database_and_gives_servers_their_role" {
  variables {
    singleuser_role_arn = "arn:aws:iam::123456789012:role/dev-notebooks-irsa"
    storage_class       = "gp3"
  }

  assert {
    condition     = yamldecode(helm_release.jupyterhub.values[0]).hub.db.pvc == { annotations = { "helm.sh/resource-policy" = "keep" }, storageClassName = "gp3" }
    error_message = "the database is not kept"
  }

  assert {
    condition     = yamldecode(helm_release.notebook_access.values[0]).serviceAccount == { name = "notebook", roleArn = "arn:aws:iam::123456789012:role/dev-notebooks-irsa" } && yamldecode(helm_release.jupyterhub.values[0]).singleuser.serviceAccountName == "notebook"
    error_message = "the servers do not run under the account with the role"
  }
}

run "wants_somebody_who_may_sign_in" {
  command = plan
  variables {
    allowed_organizations = []
  }
  expect_failures = [var.allowed_users]
}

run "wants_one_client_secret_and_not_two" {
  command = plan
  variables {
    git_client_secret_secret_name = "dev/jupyterhub"
  }
  expect_failures = [var.git_client_secret_secret_name]
}

run "wants_encryption_towards_the_internet" {
  command = plan
  variables {
    ingress_scheme = "internet-facing"
  }
  expect_failures = [var.ingress_scheme]
}

run "wants_a_token_of_64_digits" {
  command = plan
  variables {
    proxy_secret_token = "short"
  }
  expect_failures = [var.proxy_secret_token]
}

run "wants_a_repository_without_credentials" {
  command = plan
  variables {
    git_repository_url = "https://user:token@github.com/acme/notebooks"
  }
  expect_failures = [var.git_repository_url]
}
