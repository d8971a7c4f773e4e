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
  allowed_organizations = ["acme", "acme-labs"]
}

run "releases_three_charts_at_their_versions" {
  assert {
    condition     = output.chart_versions == { prometheus = "19.7.2", prometheus_operator_crds = "5.1.0", grafana = "6.57.4" }
    error_message = "versions differ"
  }

  assert {
    condition     = helm_release.prometheus_operator_crds.create_namespace && toset([helm_release.prometheus.namespace, helm_release.grafana.namespace, helm_release.prometheus_operator_crds.namespace]) == toset(["monitoring"])
    error_message = "the releases are not in one namespace made by the first"
  }

  assert {
    condition     = [helm_release.prometheus.name, helm_release.grafana.name, helm_release.prometheus_operator_crds.name] == ["prometheus", "grafana", "prometheus-operator-crds"]
    error_message = "names of releases differ; addresses within the cluster depend on them"
  }
}

run "prometheus_runs_alone_and_without_a_volume" {
  assert {
    condition = yamldecode(helm_release.prometheus.values[0]) == {
      alertmanager           = { enabled = false }
      prometheus-pushgateway = { enabled = false }
      server                 = { retention = "15d", persistentVolume = { enabled = false } }
    }
    error_message = "values differ: ${helm_release.prometheus.values[0]}"
  }
}

run "prometheus_keeps_its_volume_when_asked_for_one" {
  variables {
    prometheus_storage_size = "50Gi"
    storage_class           = "gp3"
  }

  assert {
    condition     = yamldecode(helm_release.prometheus.values[0]).server.persistentVolume == { enabled = true, size = "50Gi", storageClass = "gp3", annotations = { "helm.sh/resource-policy" = "keep" } }
    error_message = "the volume differs: ${helm_release.prometheus.values[0]}"
  }
}

run "grafana_reads_prometheus" {
  assert {
    condition     = yamldecode(helm_release.grafana.values[0]).datasources["datasources.yaml"].datasources[0] == { name = "Prometheus", type = "prometheus", url = "http://prometheus-server.monitoring.svc.cluster.local", access = "proxy", isDefault = true }
    error_message = "data source differs"
  }

  assert {
    condition = yamldecode(helm_release.grafana.values[0]).dashboards.default == {
      prometheus-stats   = { gnetId = 2, revision = 2, datasource = "Prometheus" }
      prometheus-stats-2 = { gnetId = 315, revision = 3, datasource = "Prometheus" }
      k8s-cluster        = { gnetId = 6417, revision = 1, datasource = "Prometheus" }
    }
    error_message = "dashboards differ"
  }

  assert {
    condition     = yamldecode(helm_release.grafana.values[0]).dashboardProviders["dashboardproviders.yaml"].providers[0].options.path == "/var/lib/grafana/dashboards/default"
    error_message = "dashboards are not where the chart puts them"
  }
}

run "grafana_signs_in_members_of_the_organizations_only" {
  assert {
    condition     = yamldecode(helm_release.grafana.values[0])["grafana.ini"]["auth.github"].allowed_organizations == "acme,acme-labs"
    error_message = "anybody could sign up"
  }

  assert {
    condition     = !can(yamldecode(helm_release.grafana.values[0])["grafana.ini"]["auth.github"].client_secret) && !strcontains(nonsensitive(jsonencode(helm_release.grafana.values)), "not-in-state")
    error_message = "the client secret stands in the values"
  }

  assert {
    condition     = yamldecode(helm_release.grafana.values[0]).envValueFrom.GF_AUTH_GITHUB_CLIENT_SECRET.secretKeyRef == { name = kubernetes_secret_v1.github_oauth.metadata[0].name, key = "client_secret" }
    error_message = "Grafana does not refer to the secret"
  }

  assert {
    condition     = kubernetes_secret_v1.github_oauth.data_wo == null && kubernetes_secret_v1.github_oauth.data_wo_revision == 1
    error_message = "the secret's value must not be kept"
  }
}

run "grafana_serves_under_its_path" {
  variables {
    domain_suffix = "metrics"
  }

  assert {
    condition     = yamldecode(helm_release.grafana.values[0]).ingress.path == "/metrics" && yamldecode(helm_release.grafana.values[0])["grafana.ini"].server == { domain = "ml.example.com", root_url = "http://ml.example.com/metrics/", serve_from_sub_path = true }
    error_message = "path and root address differ"
  }

  assert {
    condition     = output.oauth_callback_url == "http://ml.example.com/metrics/login/github"
    error_message = "callback differs"
  }
}

run "grafana_speaks_https_with_a_certificate" {
  variables {
    certificate_arn = "arn:aws:acm:eu-west-1:123456789012:certificate/0"
    team_ids        = [150, 300]
  }

  assert {
    condition     = output.grafana_url == "https://ml.example.com/grafana/" && yamldecode(helm_release.grafana.values[0])["grafana.ini"].security.cookie_secure
    error_message = "not on HTTPS"
  }

  assert {
    condition     = yamldecode(helm_release.grafana.values[0])["grafana.ini"]["auth.github"].team_ids == "150,300"
    error_message = "teams differ"
  }
}

run "wants_an_organization" {
  command = plan
  variables {
    allowed_organizations = []
  }
  expect_failures = [var.allowed_organizations]
}

run "wants_a_client_secret" {
  command = plan
  variables {
    git_client_secret = null
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
