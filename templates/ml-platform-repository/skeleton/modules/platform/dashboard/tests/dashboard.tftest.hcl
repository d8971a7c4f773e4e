mock_provider "helm" {}

variables {
  domain_name = "ml.example.com"
  image       = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/vuejs-ml-dashboard:1.4.2"
}

run "serves_the_image_at_the_root_after_the_other_tools" {
  assert {
    condition = yamldecode(helm_release.dashboard.values[0]) == {
      deployment = {
        image        = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/vuejs-ml-dashboard:1.4.2"
        name         = "dashboard"
        port         = 80
        replicas     = 1
        capabilities = ["CHOWN", "NET_BIND_SERVICE", "SETGID", "SETUID"]
      }
      ingress = {
        className = "alb"
        host      = "ml.example.com"
        path      = "/"
        annotations = {
          "external-dns.alpha.kubernetes.io/hostname" = "ml.example.com"
          "alb.ingress.kubernetes.io/scheme"          = "internal"
          "alb.ingress.kubernetes.io/target-type"     = "ip"
          "alb.ingress.kubernetes.io/group.name"      = "mlplatform"
          "alb.ingress.kubernetes.io/group.order"     = "1000"
        }
      }
    }
    error_message = "values differ: ${helm_release.dashboard.values[0]}"
  }

  assert {
    condition     = output.url == "http://ml.example.com/" && output.namespace == "dashboard" && helm_release.dashboard.create_namespace
    error_message = "address or namespace differ"
  }
}

run "serves_under_a_path_on_https_behind_a_sign_in" {
  variables {
    domain_suffix       = "home"
    ingress_scheme      = "internet-facing"
    certificate_arn     = "arn:aws:acm:eu-west-1:123456789012:certificate/0"
    ingress_annotations = { "alb.ingress.kubernetes.io/auth-type" = "oidc" }
  }

  assert {
    condition     = output.url == "https://ml.example.com/home/" && yamldecode(helm_release.dashboard.values[0]).ingress.path == "/home"
    error_message = "address differs"
  }

  assert {
    condition     = yamldecode(helm_release.dashboard.values[0]).ingress.annotations["alb.ingress.kubernetes.io/auth-type"] == "oidc" && jsondecode(yamldecode(helm_release.dashboard.values[0]).ingress.annotations["alb.ingress.kubernetes.io/listen-ports"]) == [{ HTTP = 80 }, { HTTPS = 443 }]
    error_message = "annotations differ"
  }
}

run "refuses_an_image_without_a_version" {
  command = plan
  variables {
    image = "seblum/vuejs-ml-dashboard"
  }
  expect_failures = [var.image]
}

run "refuses_the_latest_image" {
  command = plan
  variables {
    image = "seblum/vuejs-ml-dashboard:latest"
  }
  expect_failures = [var.image]
}

run "refuses_an_open_dashboard_on_the_internet" {
  command = plan
  variables {
    ingress_scheme = "internet-facing"
  }
  expect_failures = [var.ingress_scheme]
}

run "refuses_an_address_as_domain" {
  command = plan
  variables {
    domain_name = "https://ml.example.com/"
  }
  expect_failures = [var.domain_name]
}
