mock_provider "aws" {
  mock_data "aws_caller_identity" {
    defaults = { account_id = "123456789012" }
  }

  mock_data "aws_partition" {
    defaults = { partition = "aws" }
  }

  mock_data "aws_region" {
    defaults = { region = "eu-west-2" }
  }

  mock_resource "aws_iam_role" {
    defaults = { arn = "arn:aws:iam::123456789012:role/dev-vllm-irsa" }
  }
}

variables {
  name            = "dev-vllm-irsa"
  namespace       = "inference"
  service_account = "vllm"
  oidc_issuer_url = "https://oidc.eks.eu-west-2.amazonaws.com/id/0123456789ABCDEF0123456789ABCDEF"
  resource_id     = "db-ABCD1234567890"
  username        = "mlflow"
}

run "a_role_of_its_own" {
  assert {
    condition     = output.role_name == "dev-vllm-irsa" && output.role_arn == "arn:aws:iam::123456789012:role/dev-vllm-irsa"
    error_message = "The role has the name that was given."
  }

  assert {
    condition     = output.annotations == { "eks.amazonaws.com/role-arn" = "arn:aws:iam::123456789012:role/dev-vllm-irsa" }
    error_message = "The annotations name the role for the service account."
  }

  assert {
    condition     = aws_iam_role_policy.this.name == "dev-vllm-irsa-rds" && aws_iam_role_policy.this.role == "dev-vllm-irsa"
    error_message = "The policy is <role>-rds."
  }

  assert {
    condition     = jsondecode(module.role[0].trust_policy).Statement[0].Condition.StringEquals["oidc.eks.eu-west-2.amazonaws.com/id/0123456789ABCDEF0123456789ABCDEF:sub"] == "system:serviceaccount:inference:vllm"
    error_message = "One service account may take the role."
  }
}

run "a_given_role_gets_the_policy" {
  variables {
    name            = null
    namespace       = null
    service_account = null
    oidc_issuer_url = null
    role_name       = "dev-shared-irsa"
    policy_name     = "dev-shared-irsa-second"
  }

  assert {
    condition     = length(module.role) == 0 && output.role_arn == null && length(output.annotations) == 0
    error_message = "No role is made."
  }

  assert {
    condition     = aws_iam_role_policy.this.role == "dev-shared-irsa" && aws_iam_role_policy.this.name == "dev-shared-irsa-second"
    error_message = "The policy goes to the given role under the given name."
  }
}

run "name_and_role_name_together_are_refused" {
  command = plan

  variables {
    role_name = "dev-shared-irsa"
  }

  expect_failures = [var.name]
}

run "a_role_of_its_own_needs_its_service_account" {
  command = plan

  variables {
    namespace       = null
    service_account = null
    oidc_issuer_url = null
  }

  expect_failures = [var.namespace, var.service_account, var.oidc_issuer_url]
}

run "connecting" {
  assert {
    condition = jsondecode(aws_iam_role_policy.this.policy).Statement == [
      {
        Sid      = "Connect"
        Effect   = "Allow"
        Action   = "rds-db:connect"
        Resource = "arn:aws:rds-db:eu-west-2:123456789012:dbuser:db-ABCD1234567890/mlflow"
      },
    ]
    error_message = "The role may sign in to one database as one user."
  }
}

run "the_name_of_a_database_is_refused" {
  command = plan

  variables {
    resource_id = "mlflow-database"
  }

  expect_failures = [var.resource_id]
}

run "any_database_is_refused" {
  command = plan

  variables {
    resource_id = "db-*"
  }

  expect_failures = [var.resource_id]
}

run "any_user_is_refused" {
  command = plan

  variables {
    username = "*"
  }

  expect_failures = [var.username]
}
