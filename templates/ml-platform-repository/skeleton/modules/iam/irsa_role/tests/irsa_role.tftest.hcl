mock_provider "aws" {
  mock_data "aws_caller_identity" {
    defaults = { account_id = "123456789012" }
  }

  mock_data "aws_partition" {
    defaults = { partition = "aws-us-gov" }
  }

  mock_resource "aws_iam_role" {
    defaults = { arn = "arn:aws-us-gov:iam::123456789012:role/dev-vllm-irsa" }
  }
}

variables {
  name            = "dev-vllm-irsa"
  namespace       = "inference"
  service_account = "vllm"
  oidc_issuer_url = "https://oidc.eks.us-gov-west-1.amazonaws.com/id/0123456789ABCDEF"
}

run "one_service_account_may_take_the_role" {
  assert {
    condition     = length(jsondecode(aws_iam_role.this.assume_role_policy).Statement) == 1
    error_message = "There is one statement of trust."
  }

  assert {
    condition     = jsondecode(output.trust_policy).Statement[0].Principal == { Federated = "arn:aws-us-gov:iam::123456789012:oidc-provider/oidc.eks.us-gov-west-1.amazonaws.com/id/0123456789ABCDEF" }
    error_message = "Tokens of the cluster are trusted, in the partition of the account."
  }

  assert {
    condition = jsondecode(output.trust_policy).Statement[0].Condition == {
      StringEquals = {
        "oidc.eks.us-gov-west-1.amazonaws.com/id/0123456789ABCDEF:sub" = "system:serviceaccount:inference:vllm"
        "oidc.eks.us-gov-west-1.amazonaws.com/id/0123456789ABCDEF:aud" = "sts.amazonaws.com"
      }
    }
    error_message = "The token must be that of the service account, for AWS's token service."
  }

  assert {
    condition     = output.annotations == { "eks.amazonaws.com/role-arn" = "arn:aws-us-gov:iam::123456789012:role/dev-vllm-irsa" }
    error_message = "The annotations name the role."
  }
}

run "any_namespace_is_refused" {
  command = plan

  variables {
    namespace = "*"
  }

  expect_failures = [var.namespace]
}

run "any_service_account_is_refused" {
  command = plan

  variables {
    service_account = "vllm*"
  }

  expect_failures = [var.service_account]
}

run "an_issuer_without_a_scheme_is_refused" {
  command = plan

  variables {
    oidc_issuer_url = "oidc.eks.eu-west-2.amazonaws.com/id/0123456789ABCDEF"
  }

  expect_failures = [var.oidc_issuer_url]
}

run "a_name_of_more_than_64_characters_is_refused" {
  command = plan

  variables {
    name = "a-role-whose-name-is-longer-than-the-64-characters-that-iam-allows"
  }

  expect_failures = [var.name]
}
