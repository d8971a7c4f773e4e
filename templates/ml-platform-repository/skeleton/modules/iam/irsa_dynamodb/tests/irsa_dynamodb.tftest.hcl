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
  table_arns      = ["arn:aws:dynamodb:eu-west-2:123456789012:table/features"]
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
    condition     = aws_iam_role_policy.this.name == "dev-vllm-irsa-dynamodb" && aws_iam_role_policy.this.role == "dev-vllm-irsa"
    error_message = "The policy is <role>-dynamodb."
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

run "writing" {
  assert {
    condition     = jsondecode(aws_iam_role_policy.this.policy).Statement[0].Resource == ["arn:aws:dynamodb:eu-west-2:123456789012:table/features", "arn:aws:dynamodb:eu-west-2:123456789012:table/features/index/*"]
    error_message = "The table and its indexes are reached."
  }

  assert {
    condition     = alltrue([for action in ["dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem", "dynamodb:BatchWriteItem"] : contains(jsondecode(output.policy).Statement[0].Action, action)])
    error_message = "Items can be written and deleted."
  }

  assert {
    condition     = !anytrue([for action in jsondecode(output.policy).Statement[0].Action : strcontains(action, "Table") && action != "dynamodb:DescribeTable"])
    error_message = "The table itself can be described, but not changed or deleted."
  }
}

run "reading_only" {
  variables {
    read_only = true
  }

  assert {
    condition     = jsondecode(output.policy).Statement[0].Action == ["dynamodb:BatchGetItem", "dynamodb:ConditionCheckItem", "dynamodb:DescribeTable", "dynamodb:GetItem", "dynamodb:Query", "dynamodb:Scan"]
    error_message = "Nothing can be written."
  }
}

run "a_wildcard_is_refused" {
  command = plan

  variables {
    table_arns = ["arn:aws:dynamodb:eu-west-2:123456789012:table/*"]
  }

  expect_failures = [var.table_arns]
}

run "an_index_is_refused" {
  command = plan

  variables {
    table_arns = ["arn:aws:dynamodb:eu-west-2:123456789012:table/features/index/by-age"]
  }

  expect_failures = [var.table_arns]
}

run "no_table_is_refused" {
  command = plan

  variables {
    table_arns = []
  }

  expect_failures = [var.table_arns]
}
