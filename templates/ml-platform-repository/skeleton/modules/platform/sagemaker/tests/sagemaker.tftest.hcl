mock_provider "helm" {}

mock_provider "aws" {
  mock_data "aws_caller_identity" {
    defaults = {
      account_id = "123456789012"
    }
  }
  mock_data "aws_partition" {
    defaults = {
      partition = "aws"
    }
  }
  mock_data "aws_region" {
    defaults = {
      region = "eu-west-1"
    }
  }
  mock_resource "aws_ecr_repository" {
    defaults = {
      arn            = "arn:aws:ecr:eu-west-1:123456789012:repository/mlflow-sagemaker-deployment"
      repository_url = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/mlflow-sagemaker-deployment"
    }
  }
  mock_resource "aws_iam_role" {
    defaults = {
      arn = "arn:aws:iam::123456789012:role/made"
    }
  }
}

variables {
  domain_name       = "ml.example.com"
  oidc_provider_arn = "arn:aws:iam::123456789012:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/ABC"
}

run "sagemaker_assumes_the_access_role_for_this_account_only" {
  assert {
    condition     = output.sagemaker_access_role_name == "sagemaker-access-role" && aws_iam_role.sagemaker_access.max_session_duration == 28800
    error_message = "name or duration differ"
  }

  assert {
    condition = jsondecode(aws_iam_role.sagemaker_access.assume_role_policy) == {
      Version = "2012-10-17"
      Statement = [{
        Effect    = "Allow"
        Action    = "sts:AssumeRole"
        Principal = { Service = "sagemaker.amazonaws.com" }
        Condition = { StringEquals = { "aws:SourceAccount" = "123456789012" } }
      }]
    }
    error_message = "trust differs: ${aws_iam_role.sagemaker_access.assume_role_policy}"
  }
}

run "endpoints_read_named_buckets_and_one_repository" {
  variables {
    model_bucket_arns = ["arn:aws:s3:::acme-dev-mlflow"]
  }

  assert {
    condition = { for statement in jsondecode(aws_iam_role_policy.sagemaker_access["endpoints"].policy).Statement : statement.Sid => statement.Resource } == {
      SignInToRegistry = ["*"]
      PullImage        = ["arn:aws:ecr:eu-west-1:123456789012:repository/mlflow-sagemaker-deployment"]
      ListModels       = ["arn:aws:s3:::mlflow-sagemaker-eu-west-1-123456789012", "arn:aws:s3:::acme-dev-mlflow"]
      ReadModels       = ["arn:aws:s3:::mlflow-sagemaker-eu-west-1-123456789012/*", "arn:aws:s3:::acme-dev-mlflow/*"]
      WriteLogs        = ["arn:aws:logs:eu-west-1:123456789012:log-group:/aws/sagemaker/*"]
      WriteMetrics     = ["*"]
    }
    error_message = "resources differ: ${aws_iam_role_policy.sagemaker_access["endpoints"].policy}"
  }

  assert {
    condition     = !strcontains(join(" ", flatten([for statement in jsondecode(aws_iam_role_policy.sagemaker_access["endpoints"].policy).Statement : statement.Action])), "*")
    error_message = "an action has a wildcard"
  }

  assert {
    condition     = length(aws_iam_role_policy_attachment.sagemaker_access) == 0
    error_message = "AmazonSageMakerFullAccess is attached unasked"
  }
}

run "takes_the_managed_policy_when_asked_to" {
  variables {
    sagemaker_full_access = true
  }

  assert {
    condition     = aws_iam_role_policy_attachment.sagemaker_access["AmazonSageMakerFullAccess"].policy_arn == "arn:aws:iam::aws:policy/AmazonSageMakerFullAccess" && length(aws_iam_role_policy.sagemaker_access) == 0
    error_message = "policies differ"
  }
}

run "the_dashboards_role_trusts_one_service_account_and_reads" {
  assert {
    condition     = aws_iam_role.dashboard.name == "sagemaker-dashboard-read-access-role"
    error_message = "name differs"
  }

  assert {
    condition = jsondecode(aws_iam_role.dashboard.assume_role_policy).Statement == [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = "arn:aws:iam::123456789012:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/ABC" }
      Condition = { StringEquals = {
        "oidc.eks.eu-west-1.amazonaws.com/id/ABC:aud" = "sts.amazonaws.com"
        "oidc.eks.eu-west-1.amazonaws.com/id/ABC:sub" = "system:serviceaccount:sagemaker:sagemaker-dashboard"
      } }
    }]
    error_message = "trust differs: ${aws_iam_role.dashboard.assume_role_policy}"
  }

  assert {
    condition     = alltrue([for action in flatten([for statement in jsondecode(aws_iam_role_policy.dashboard.policy).Statement : statement.Action]) : can(regex("^sagemaker:(List|Describe)[A-Za-z]+$", action))])
    error_message = "the dashboard may do more than read"
  }
}

run "names_carry_the_prefix" {
  variables {
    name_prefix = "acme-dev"
  }

  assert {
    condition     = [aws_iam_role.sagemaker_access.name, aws_iam_role.dashboard.name, aws_ecr_repository.this.name] == ["acme-dev-sagemaker-access-role", "acme-dev-sagemaker-dashboard-read-access-role", "acme-dev-mlflow-sagemaker-deployment"]
    error_message = "names differ"
  }
}

run "the_repository_is_protected_and_tidied" {
  assert {
    condition     = !aws_ecr_repository.this.force_delete && aws_ecr_repository.this.image_tag_mutability == "IMMUTABLE" && aws_ecr_repository.this.image_scanning_configuration[0].scan_on_push
    error_message = "the repository is not protected"
  }

  assert {
    condition     = [for rule in jsondecode(aws_ecr_lifecycle_policy.this.policy).rules : rule.selection] == [{ tagStatus = "tagged", tagPrefixList = ["v"], countType = "imageCountMoreThan", countNumber = 30 }, { tagStatus = "untagged", countType = "sinceImagePushed", countUnit = "days", countNumber = 14 }]
    error_message = "lifecycle differs: ${aws_ecr_lifecycle_policy.this.policy}"
  }
}

run "says_how_the_image_is_pushed" {
  variables {
    docker_mlflow_sagemaker_base_image = "registry.example.com:5000/mlflow-pyfunc:2.22.0"
  }

  assert {
    condition     = split("\n", output.push_image_commands)[3] == "docker push 123456789012.dkr.ecr.eu-west-1.amazonaws.com/mlflow-sagemaker-deployment:2.22.0"
    error_message = "commands differ: ${output.push_image_commands}"
  }
}

run "deploys_no_dashboard_without_an_image" {
  assert {
    condition     = length(helm_release.dashboard) == 0 && output.dashboard_url == null && output.push_image_commands == null
    error_message = "a dashboard is deployed unasked"
  }
}

run "deploys_the_dashboard_with_its_role_and_no_key" {
  variables {
    dashboard_image = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/streamlit-sagemaker-app:v1.0.0"
  }

  assert {
    condition = yamldecode(helm_release.dashboard["sagemaker-dashboard"].values[0]) == {
      deployment     = { image = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/streamlit-sagemaker-app:v1.0.0", name = "sagemaker-streamlit", port = 8501 }
      serviceAccount = { name = "sagemaker-dashboard", roleArn = "arn:aws:iam::123456789012:role/made" }
      aws            = { region = "eu-west-1" }
      ingress = {
        className = "alb"
        host      = "ml.example.com"
        path      = "/sagemaker"
        annotations = {
          "external-dns.alpha.kubernetes.io/hostname"  = "ml.example.com"
          "alb.ingress.kubernetes.io/scheme"           = "internal"
          "alb.ingress.kubernetes.io/target-type"      = "ip"
          "alb.ingress.kubernetes.io/group.name"       = "mlplatform"
          "alb.ingress.kubernetes.io/healthcheck-path" = "/sagemaker/_stcore/health"
        }
      }
    }
    error_message = "values differ: ${helm_release.dashboard["sagemaker-dashboard"].values[0]}"
  }
}

run "refuses_an_image_without_a_version" {
  command = plan
  variables {
    dashboard_image = "seblum/streamlit-sagemaker-app:latest"
  }
  expect_failures = [var.dashboard_image]
}

run "refuses_an_open_dashboard_on_the_internet" {
  command = plan
  variables {
    ingress_scheme  = "internet-facing"
    certificate_arn = "arn:aws:acm:eu-west-1:123456789012:certificate/0"
  }
  expect_failures = [var.ingress_scheme]
}

run "refuses_a_prefix_too_long_for_its_roles" {
  command = plan
  variables {
    name_prefix = "acme-machine-learning-development"
  }
  expect_failures = [var.name_prefix]
}

run "refuses_a_bucket_that_is_no_arn" {
  command = plan
  variables {
    model_bucket_arns = ["acme-dev-mlflow"]
  }
  expect_failures = [var.model_bucket_arns]
}
