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

override_data {
  target = data.aws_caller_identity.current
  values = {
    account_id = "123456789012"
  }
}

override_resource {
  target          = module.iam_service_account.aws_iam_role.airflow
  override_during = plan
  values = {
    arn = "arn:aws:iam::123456789012:role/of-the-pods"
  }
}

override_resource {
  target          = module.rds_airflow.aws_db_instance.main
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
  git_repository_url          = "https://github.com/acme/dags"
  git_client_id               = "Iv1.0123456789abcdef"
  git_client_secret           = "client-secret-typed-in-a-test"
}

run "chart_and_values" {
  command = plan

  assert {
    condition     = helm_release.airflow.repository == "https://airflow-helm.github.io/charts" && helm_release.airflow.chart == "airflow" && helm_release.airflow.version == "8.9.0"
    error_message = "The user-community chart, of a fixed version."
  }

  assert {
    condition     = yamldecode(helm_release.airflow.values[0]).airflow.executor == "KubernetesExecutor" && yamldecode(helm_release.airflow.values[0]).airflow.users == []
    error_message = "Tasks run in pods of their own; no user with a password is made."
  }

  assert {
    condition = yamldecode(helm_release.airflow.values[0]).externalDatabase == {
      type              = "postgres"
      host              = "database.example.eu-west-1.rds.amazonaws.com"
      port              = 5432
      database          = "airflow_db"
      user              = "airflow_admin"
      passwordSecret    = "demo-dev-airflow-db-auth"
      passwordSecretKey = "postgresql-password"
    }
    error_message = "The database is the module's own; its password is referred to."
  }

  assert {
    condition     = yamldecode(helm_release.airflow.values[0]).serviceAccount.name == "airflow-sa" && yamldecode(helm_release.airflow.values[0]).serviceAccount.annotations["eks.amazonaws.com/role-arn"] == "arn:aws:iam::123456789012:role/of-the-pods"
    error_message = "Pods have the role by their service account."
  }

  assert {
    condition     = yamldecode(helm_release.airflow.values[0]).airflow.config.AIRFLOW__WEBSERVER__BASE_URL == "http://ml.example.com/airflow" && output.oauth_callback_url == "http://ml.example.com/airflow/oauth-authorized/github"
    error_message = "Airflow lives below its path."
  }

  assert {
    condition = alltrue([
      for name, value in {
        "alb.ingress.kubernetes.io/group.name"       = "mlplatform"
        "alb.ingress.kubernetes.io/healthcheck-path" = "/airflow/health"
        "alb.ingress.kubernetes.io/scheme"           = "internal"
        "alb.ingress.kubernetes.io/target-type"      = "ip"
        "external-dns.alpha.kubernetes.io/hostname"  = "ml.example.com"
      } : yamldecode(helm_release.airflow.values[0]).ingress.web.annotations[name] == value
    ])
    error_message = "One internal load balancer for the platform's tools."
  }

  assert {
    condition     = yamldecode(helm_release.airflow.values[0]).ingress.web.path == "/airflow" && yamldecode(helm_release.airflow.values[0]).ingress.web.precedingPaths == [{ path = "/airflow/*", serviceName = "airflow-web", servicePort = "web" }]
    error_message = "The path and all below it come to the web server."
  }
}

run "keys_are_generated_and_referred_to" {
  command = plan

  assert {
    condition     = aws_secretsmanager_secret.keys[0].name_prefix == "demo-dev-airflow-keys-" && aws_secretsmanager_secret_version.keys[0].secret_string_wo_version == 1
    error_message = "The keys are written once, to Secrets Manager."
  }

  assert {
    condition     = yamldecode(helm_release.airflow.values[0]).airflow.fernetKey == "" && yamldecode(helm_release.airflow.values[0]).airflow.webserverSecretKey == ""
    error_message = "No key stands in the values, and no default of the chart is left."
  }

  assert {
    condition = toset([
      for variable in yamldecode(helm_release.airflow.values[0]).airflow.extraEnv :
      "${variable.name}=${variable.valueFrom.secretKeyRef.name}/${variable.valueFrom.secretKeyRef.key}" if can(variable.valueFrom)
      ]) == toset([
      "GITHUB_CLIENT_ID=demo-dev-airflow-organization-git-secret/GITHUB_CLIENT_ID",
      "GITHUB_CLIENT_SECRET=demo-dev-airflow-organization-git-secret/GITHUB_CLIENT_SECRET",
      "AIRFLOW__CORE__FERNET_KEY=demo-dev-airflow-keys/fernet_key",
      "AIRFLOW__WEBSERVER__SECRET_KEY=demo-dev-airflow-keys/webserver_secret_key",
    ])
    error_message = "Pods read keys and OAuth app from Kubernetes secrets."
  }

  assert {
    condition     = !strcontains(helm_release.airflow.values[0], "client-secret-typed-in-a-test")
    error_message = "No secret stands in the values of the release."
  }
}

run "keys_that_are_given" {
  command = plan

  variables {
    fernet_key           = "7T512UXSSmBOkpWimFHIVb8jK6lfmSAvx4mO6Arehnc="
    webserver_secret_key = "typed"
  }

  assert {
    condition     = length(aws_secretsmanager_secret.keys) == 0 && output.generated_secret_arn == null
    error_message = "Nothing is generated when both keys are given."
  }
}

run "dags_from_git" {
  command = plan

  variables {
    git_token = "token-typed-in-a-test"
  }

  assert {
    condition = yamldecode(helm_release.airflow.values[0]).dags == {
      path = "/opt/airflow/dags"
      gitSync = {
        enabled               = true
        repo                  = "https://github.com/acme/dags"
        branch                = "main"
        revision              = "HEAD"
        httpSecret            = "demo-dev-airflow-https-git-secret"
        httpSecretUsernameKey = "username"
        httpSecretPasswordKey = "password"
        syncWait              = 60
        syncTimeout           = 120
      }
    }
    error_message = "DAGs come from the repository, with the token of a Kubernetes secret."
  }

  assert {
    condition     = length(kubernetes_secret_v1.airflow_https_git_secret) == 1
    error_message = "The token has its Kubernetes secret."
  }
}

run "dags_from_a_public_repository" {
  command = plan

  assert {
    condition     = !can(yamldecode(helm_release.airflow.values[0]).dags.gitSync.httpSecret) && length(kubernetes_secret_v1.airflow_https_git_secret) == 0
    error_message = "No token, no secret."
  }
}

run "role_and_bucket" {
  command = plan

  variables {
    s3_mlflow_bucket_policy_arn = "arn:aws:iam::123456789012:policy/demo-dev-mlflow-s3-access-policy"
    sagemaker_access_role_name  = "sagemaker-access-role"
  }

  assert {
    condition     = output.airflow_service_account_role_name == "demo-dev-airflow-sa-role"
    error_message = "The role starts with the prefix, so that environments of one account do not meet."
  }

  assert {
    condition     = output.s3_data_bucket_name == "demo-dev-airflow-data-storage" && output.s3_data_bucket_secret_name == "airflow-s3-data-bucket-access"
    error_message = "Names of bucket and secret."
  }

  assert {
    condition     = kubernetes_secret_v1.sagemaker_access[0].data == tomap({ AWS_ROLE_NAME_SAGEMAKER = "sagemaker-access-role" })
    error_message = "DAGs are told the role of SageMaker."
  }

  assert {
    condition     = kubernetes_secret_v1.aws_account_information.data == tomap({ AWS_REGION = "eu-west-1", AWS_ID = "123456789012" })
    error_message = "DAGs are told account and region."
  }
}

run "variables_of_airflow" {
  command = plan

  variables {
    airflow_variable_list = [{ key = "team", value = "research" }]
  }

  assert {
    condition = yamldecode(helm_release.airflow.values[0]).airflow.variables == [
      { key = "team", value = "research" },
      { key = "s3_access_name", value = "airflow-s3-data-bucket-access" },
    ]
    error_message = "The given ones and s3_access_name."
  }

  assert {
    condition     = length(kubernetes_secret_v1.sagemaker_access) == 0
    error_message = "Nothing is said of SageMaker where there is none."
  }
}

run "logs_in_the_bucket" {
  command = plan

  assert {
    condition     = yamldecode(helm_release.airflow.values[0]).airflow.config.AIRFLOW__LOGGING__REMOTE_BASE_LOG_FOLDER == "s3://demo-dev-airflow-data-storage/logs" && !yamldecode(helm_release.airflow.values[0]).logs.persistence.enabled
    error_message = "Without a shared volume logs of tasks are kept in the bucket."
  }
}

run "logs_on_a_volume" {
  command = plan

  variables {
    logs_storage_class = "efs"
  }

  assert {
    condition = yamldecode(helm_release.airflow.values[0]).logs == {
      path        = "/opt/airflow/logs"
      persistence = { enabled = true, storageClass = "efs", size = "5Gi", accessMode = "ReadWriteMany" }
    }
    error_message = "Logs on the shared volume."
  }

  assert {
    condition     = !can(yamldecode(helm_release.airflow.values[0]).airflow.config.AIRFLOW__LOGGING__REMOTE_LOGGING) && !yamldecode(helm_release.airflow.values[0]).scheduler.logCleanup.enabled
    error_message = "The chart refuses to clean logs on a volume."
  }
}

run "teams_have_roles" {
  command = plan

  variables {
    github_team_roles = { "acme/ml-platform" = ["Admin"] }
    certificate_arn   = "arn:aws:acm:eu-west-1:123456789012:certificate/0b1c"
    ingress_scheme    = "internet-facing"
  }

  assert {
    condition     = jsondecode(one([for variable in yamldecode(helm_release.airflow.values[0]).airflow.extraEnv : variable.value if variable.name == "GITHUB_TEAM_ROLES"])) == { "acme/ml-platform" = ["Admin"] }
    error_message = "The web server is told the roles of teams."
  }

  assert {
    condition     = strcontains(yamldecode(helm_release.airflow.values[0]).web.webserverConfig.stringOverride, "GITHUB_TEAM_ROLES")
    error_message = "The web server signs people in with GitHub."
  }

  assert {
    condition     = output.url == "https://ml.example.com/airflow" && yamldecode(helm_release.airflow.values[0]).ingress.web.annotations["alb.ingress.kubernetes.io/ssl-redirect"] == "443"
    error_message = "With a certificate the address is HTTPS."
  }
}

run "database_is_named" {
  command = plan

  assert {
    condition     = module.rds_airflow.rds_identifier == "demo-dev-airflow"
    error_message = "The database is named by prefix and namespace."
  }
}

run "refuses_to_start_without_sign_in" {
  command = plan

  variables {
    git_client_secret = null
  }

  expect_failures = [var.git_client_secret]
}

run "refuses_bad_input" {
  command = plan

  variables {
    git_repository_url              = "https://me:token@github.com/acme/dags"
    git_token                       = "typed"
    git_token_secret_name           = "named"
    fernet_key                      = "not-a-fernet-key"
    webserver_secret_key_secret_key = "key"
    helm_chart_version              = "1.15.0"
    image_tag                       = "3.1.0"
    ingress_scheme                  = "internet-facing"
    github_team_roles               = { "ml-platform" = [] }
    github_api_url                  = "https://api.github.com"
    airflow_variable_list           = [{ key = "s3_access_name", value = "mine" }]
    s3_mlflow_bucket_policy_arn     = "mlflow-s3-access-policy"
  }

  expect_failures = [
    var.git_repository_url,
    var.git_token,
    var.fernet_key,
    var.webserver_secret_key_secret_key,
    var.helm_chart_version,
    var.image_tag,
    var.ingress_scheme,
    var.github_team_roles,
    var.github_api_url,
    var.airflow_variable_list,
    var.s3_mlflow_bucket_policy_arn,
  ]
}
