# Terraform cannot mock a provider whose ephemeral resources a module uses. So this is the
# real one, without an account: planning a creation asks AWS nothing, and what would is
# overridden. The runs plan only, and no input names a secret, since that would be read.
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

override_resource {
  target          = aws_iam_role.mlflow_s3_role
  override_during = plan
  values = {
    arn = "arn:aws:iam::123456789012:role/of-the-pods"
  }
}

override_resource {
  target          = aws_iam_policy.mlflow_s3_policy
  override_during = plan
  values = {
    arn = "arn:aws:iam::123456789012:policy/of-the-bucket"
  }
}

override_resource {
  target          = module.rds.aws_db_instance.main
  override_during = plan
  values = {
    address = "database.example.eu-west-1.rds.amazonaws.com"
  }
}

variables {
  name_prefix                 = "demo-dev"
  domain_name                 = "ml.example.com"
  oidc_provider_arn           = "arn:aws:iam::123456789012:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/ABCDEF"
  vpc_id                      = "vpc-1"
  private_subnets             = ["subnet-a", "subnet-b"]
  private_subnets_cidr_blocks = ["10.0.0.0/18", "10.0.64.0/18"]
}

run "bucket_is_kept_and_closed" {
  command = plan

  assert {
    condition     = aws_s3_bucket.mlflow.bucket == "demo-dev-mlflow-artifacts" && aws_s3_bucket.mlflow.force_destroy == false
    error_message = "The bucket is named <prefix>-<namespace>-<name> and survives its removal from the code while it holds objects."
  }

  assert {
    condition = alltrue([
      aws_s3_bucket_public_access_block.mlflow.block_public_acls,
      aws_s3_bucket_public_access_block.mlflow.block_public_policy,
      aws_s3_bucket_public_access_block.mlflow.ignore_public_acls,
      aws_s3_bucket_public_access_block.mlflow.restrict_public_buckets,
    ])
    error_message = "The bucket is never public."
  }

  assert {
    condition     = aws_s3_bucket_versioning.mlflow.versioning_configuration[0].status == "Enabled"
    error_message = "Artifacts are versioned."
  }

  assert {
    condition     = one(one(aws_s3_bucket_server_side_encryption_configuration.mlflow.rule).apply_server_side_encryption_by_default).sse_algorithm == "AES256"
    error_message = "Artifacts are encrypted."
  }

  assert {
    condition     = jsondecode(local.bucket_policy).Statement[0].Effect == "Deny" && jsondecode(local.bucket_policy).Statement[0].Condition.Bool["aws:SecureTransport"] == "false"
    error_message = "Plain HTTP is refused."
  }
}

run "role_is_for_one_service_account" {
  command = plan

  assert {
    condition     = aws_iam_role.mlflow_s3_role.name == "demo-dev-mlflow-s3-access-role" && aws_iam_policy.mlflow_s3_policy.name == "demo-dev-mlflow-s3-access-policy"
    error_message = "Role and policy start with the prefix, so that environments of one account do not meet."
  }

  assert {
    condition = jsondecode(local.trust_policy).Statement == [{
      Sid       = "MlflowServiceAccount"
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = "arn:aws:iam::123456789012:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/ABCDEF" }
      Condition = {
        StringEquals = {
          "oidc.eks.eu-west-1.amazonaws.com/id/ABCDEF:aud" = "sts.amazonaws.com"
          "oidc.eks.eu-west-1.amazonaws.com/id/ABCDEF:sub" = "system:serviceaccount:mlflow:mlflow-sa"
        }
      }
    }]
    error_message = "Only the service account mlflow/mlflow-sa assumes the role."
  }

  assert {
    condition = !anytrue([
      for action in flatten([for statement in jsondecode(local.s3_policy).Statement : statement.Action]) : strcontains(action, "*")
    ])
    error_message = "No wildcard action."
  }

  assert {
    condition = toset(flatten([for statement in jsondecode(local.s3_policy).Statement : statement.Resource])) == toset([
      "arn:aws:s3:::demo-dev-mlflow-artifacts",
      "arn:aws:s3:::demo-dev-mlflow-artifacts/users/*",
    ])
    error_message = "Objects below the prefix only."
  }

  assert {
    condition     = output.s3_mlflow_bucket_policy_arn == "arn:aws:iam::123456789012:policy/of-the-bucket"
    error_message = "Others attach the policy."
  }
}

run "server_asks_for_a_password" {
  command = plan

  assert {
    condition     = yamldecode(helm_release.mlflow.values[0]).auth.enabled && aws_secretsmanager_secret.auth[0].name_prefix == "demo-dev-mlflow-auth-"
    error_message = "Authentication is on, and the first user is in Secrets Manager."
  }

  assert {
    condition     = yamldecode(helm_release.mlflow.values[0]).auth.secret.name == kubernetes_secret_v1.server.metadata[0].name
    error_message = "The chart refers to the secret the module makes."
  }

  assert {
    condition     = !strcontains(lower(helm_release.mlflow.values[0]), "admin_password")
    error_message = "No password stands in the values of the release."
  }
}

run "values_of_the_chart" {
  command = plan

  assert {
    condition = yamldecode(helm_release.mlflow.values[0]).rds == {
      host            = "database.example.eu-west-1.rds.amazonaws.com"
      port            = 5432
      username        = "mlflow_admin"
      db_name         = "mlflow_db"
      password_secret = { name = "demo-dev-mlflow-server", key = "password" }
    }
    error_message = "The database is the module's own; its password is referred to."
  }

  assert {
    condition = yamldecode(helm_release.mlflow.values[0]).artifacts == {
      s3_role_arn   = "arn:aws:iam::123456789012:role/of-the-pods"
      s3_bucket     = "demo-dev-mlflow-artifacts"
      s3_key_prefix = "users"
      region        = "eu-west-1"
    }
    error_message = "Artifacts go to the bucket, with the role of the service account."
  }

  assert {
    condition = alltrue([
      for name, value in {
        "alb.ingress.kubernetes.io/group.name"       = "mlplatform"
        "alb.ingress.kubernetes.io/healthcheck-path" = "/mlflow/health"
        "alb.ingress.kubernetes.io/listen-ports"     = "[{\"HTTP\":80}]"
        "alb.ingress.kubernetes.io/scheme"           = "internal"
        "alb.ingress.kubernetes.io/target-type"      = "ip"
        "external-dns.alpha.kubernetes.io/hostname"  = "ml.example.com"
      } : yamldecode(helm_release.mlflow.values[0]).ingress.annotations[name] == value
    ])
    error_message = "One internal load balancer for the platform's tools."
  }

  assert {
    condition     = contains(yamldecode(helm_release.mlflow.values[0]).security.allowedHosts, "mlflow-service.mlflow.svc.cluster.local")
    error_message = "The server answers to the name other tools call it by."
  }

  assert {
    condition     = output.mlflow_tracking_uri == "http://mlflow-service.mlflow.svc.cluster.local/mlflow" && output.url == "http://ml.example.com/mlflow"
    error_message = "Addresses inside and outside the cluster."
  }
}

run "https_and_ranges" {
  command = plan

  variables {
    ingress_scheme        = "internet-facing"
    certificate_arn       = "arn:aws:acm:eu-west-1:123456789012:certificate/0b1c"
    ingress_allowed_cidrs = ["203.0.113.0/24"]
  }

  assert {
    condition = alltrue([
      for name, value in {
        "alb.ingress.kubernetes.io/certificate-arn"           = "arn:aws:acm:eu-west-1:123456789012:certificate/0b1c"
        "alb.ingress.kubernetes.io/ssl-redirect"              = "443"
        "alb.ingress.kubernetes.io/scheme"                    = "internet-facing"
        "alb.ingress.kubernetes.io/conditions.mlflow-service" = "[{\"field\":\"source-ip\",\"sourceIpConfig\":{\"values\":[\"203.0.113.0/24\"]}}]"
      } : yamldecode(helm_release.mlflow.values[0]).ingress.annotations[name] == value
    ])
    error_message = "HTTPS, a redirect to it, and the ranges that may come in."
  }

  assert {
    condition     = output.url == "https://ml.example.com/mlflow" && yamldecode(helm_release.mlflow.values[0]).security.allowedOrigins == ["https://ml.example.com"]
    error_message = "The address is HTTPS, and browsers may send changes from it."
  }
}

run "without_authentication" {
  command = plan

  variables {
    auth_enabled = false
  }

  assert {
    condition     = length(aws_secretsmanager_secret.auth) == 0 && !yamldecode(helm_release.mlflow.values[0]).auth.enabled && output.auth_secret_arn == null
    error_message = "No first user without authentication."
  }
}

run "namespace_of_somebody_else" {
  command = plan

  variables {
    create_namespace = false
    namespace        = "tracking"
  }

  assert {
    condition     = length(kubernetes_namespace_v1.this) == 0 && helm_release.mlflow.namespace == "tracking" && helm_release.mlflow.create_namespace == false
    error_message = "The namespace is used, not made."
  }
}

run "refuses_what_opens_the_endpoint" {
  command = plan

  variables {
    ingress_scheme = "internet-facing"
  }

  expect_failures = [var.ingress_scheme]
}

run "refuses_an_open_endpoint_over_https" {
  command = plan

  variables {
    ingress_scheme  = "internet-facing"
    certificate_arn = "arn:aws:acm:eu-west-1:123456789012:certificate/0b1c"
    auth_enabled    = false
  }

  expect_failures = [var.ingress_scheme]
}

run "refuses_bad_input" {
  command = plan

  variables {
    name_prefix                    = "Demo_Dev"
    domain_name                    = "https://ml.example.com/"
    domain_suffix                  = "static"
    image                          = "ghcr.io/mlflow/mlflow:latest"
    oidc_provider_arn              = "https://oidc.eks.eu-west-1.amazonaws.com/id/ABCDEF"
    rds_password_secret_key        = "password"
    auth_admin_password            = "short"
    auth_admin_password_secret_key = "password"
    ingress_allowed_cidrs          = ["203.0.113.0/24", "198.51.100.0/24", "192.0.2.0/24"]
    rds_engine                     = "mysql"
  }

  expect_failures = [
    var.name_prefix,
    var.domain_name,
    var.domain_suffix,
    var.image,
    var.oidc_provider_arn,
    var.rds_password_secret_key,
    var.auth_admin_password,
    var.auth_admin_password_secret_key,
    var.ingress_allowed_cidrs,
    var.rds_engine,
  ]
}

run "refuses_names_that_are_too_long" {
  command = plan

  variables {
    name_prefix = "a-project-of-a-very-long-name"
    namespace   = "experiments-of-all"
  }

  expect_failures = [var.namespace]
}
