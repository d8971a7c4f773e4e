mock_provider "aws" {
  mock_data "aws_caller_identity" {
    defaults = { account_id = "123456789012" }
  }

  mock_data "aws_partition" {
    defaults = { partition = "aws" }
  }

  mock_resource "aws_iam_policy" {
    defaults = { arn = "arn:aws:iam::123456789012:policy/mock" }
  }

  mock_resource "aws_iam_role" {
    defaults = { arn = "arn:aws:iam::123456789012:role/mock" }
  }

  mock_resource "aws_secretsmanager_secret" {
    defaults = { arn = "arn:aws:secretsmanager:eu-west-2:123456789012:secret:mock" }
  }
}

variables {
  profiles = {
    "dana.okafor" = {
      username = "dana.okafor"
      email    = "dana@acme.example"
      role     = "User"
    }
    "piotr.lind" = {
      username          = "piotr.lind"
      email             = "piotr@acme.example"
      role              = "Developer"
      create_access_key = false
    }
  }
}

run "names_are_made_of_usernames" {
  assert {
    condition     = output.user_names == { "dana.okafor" = "dana-okafor", "piotr.lind" = "piotr-lind" }
    error_message = "An IAM user is first-last."
  }

  assert {
    condition     = output.role_names == { "dana.okafor" = "mlplatform-access-dana-okafor", "piotr.lind" = "mlplatform-access-piotr-lind" }
    error_message = "A role is mlplatform-access-first-last."
  }

  assert {
    condition     = keys(module.aws_profiles) == ["dana.okafor", "piotr.lind"]
    error_message = "A profile's key is the key of its resources."
  }

  assert {
    condition     = aws_iam_policy.mlplatform_developer_access_policy.name == "mlplatform-developer-access-policy" && aws_iam_policy.mlplatform_user_access_policy.name == "mlplatform-user-access-policy"
    error_message = "Policies have the names of the platform."
  }
}

run "a_prefix_is_put_before_policies_only" {
  variables {
    name_prefix = "mlops-dev"
  }

  assert {
    condition     = aws_iam_policy.mlplatform_developer_access_policy.name == "mlops-dev-mlplatform-developer-access-policy" && aws_iam_policy.mlplatform_user_access_policy.name == "mlops-dev-mlplatform-user-access-policy"
    error_message = "A second unit in an account can have policies of its own."
  }

  assert {
    condition     = output.role_names["dana.okafor"] == "mlplatform-access-dana-okafor"
    error_message = "People's names stay."
  }
}

run "sagemaker_full_access_is_off" {
  assert {
    condition     = length(aws_iam_role_policy_attachment.sagemaker_access_user_role_policy) == 0
    error_message = "The broad managed policy is not attached unless it is wanted."
  }
}

run "sagemaker_full_access_is_for_users" {
  variables {
    sagemaker_full_access = true
  }

  assert {
    condition     = keys(aws_iam_role_policy_attachment.sagemaker_access_user_role_policy) == ["dana.okafor"]
    error_message = "Users get it, developers do not."
  }

  assert {
    condition     = aws_iam_role_policy_attachment.sagemaker_access_user_role_policy["dana.okafor"].policy_arn == "arn:aws:iam::aws:policy/AmazonSageMakerFullAccess"
    error_message = "It is the policy that AWS manages."
  }
}

run "execution_roles_can_be_passed_to_sagemaker_alone" {
  variables {
    sagemaker_execution_role_arns = ["arn:aws:iam::123456789012:role/sagemaker-access-role"]
  }

  assert {
    condition = [for s in jsondecode(aws_iam_policy.mlplatform_user_access_policy.policy).Statement : s if s.Sid == "PassExecutionRoles"] == [
      {
        Sid       = "PassExecutionRoles"
        Effect    = "Allow"
        Action    = "iam:PassRole"
        Resource  = ["arn:aws:iam::123456789012:role/sagemaker-access-role"]
        Condition = { StringEquals = { "iam:PassedToService" = "sagemaker.amazonaws.com" } }
      },
    ]
    error_message = "Only the named roles, and only to SageMaker."
  }
}

run "no_execution_roles_no_pass_role" {
  assert {
    condition     = !strcontains(aws_iam_policy.mlplatform_user_access_policy.policy, "iam:")
    error_message = "Without execution roles users hand no role to anybody."
  }
}

run "developers_have_no_iam" {
  assert {
    condition     = !strcontains(aws_iam_policy.mlplatform_developer_access_policy.policy, "\"iam:")
    error_message = "Who runs the platform does not give rights."
  }
}

run "policies_fit_into_iam_in_the_longest_partition" {
  override_data {
    target = data.aws_partition.current
    values = { partition = "aws-us-gov" }
  }

  assert {
    condition     = length(aws_iam_policy.mlplatform_developer_access_policy.policy) <= 6144 && length(aws_iam_policy.mlplatform_user_access_policy.policy) <= 6144
    error_message = "A managed policy has at most 6,144 characters."
  }

  assert {
    condition     = strcontains(aws_iam_policy.mlplatform_user_access_policy.policy, "arn:aws-us-gov:sagemaker:*:123456789012:")
    error_message = "ARNs are those of the partition."
  }
}

run "a_username_without_a_dot_is_refused" {
  command = plan

  variables {
    profiles = { dana = { username = "dana", email = "dana@acme.example", role = "User" } }
  }

  expect_failures = [var.profiles]
}

run "an_unknown_role_is_refused" {
  command = plan

  variables {
    profiles = { "dana.okafor" = { username = "dana.okafor", email = "dana@acme.example", role = "Admin" } }
  }

  expect_failures = [var.profiles]
}

run "two_people_with_one_iam_name_are_refused" {
  command = plan

  variables {
    profiles = {
      "anna-maria.li" = { username = "anna-maria.li", email = "a@acme.example", role = "User" }
      "anna.maria-li" = { username = "anna.maria-li", email = "b@acme.example", role = "User" }
    }
  }

  expect_failures = [var.profiles]
}

run "a_username_that_makes_too_long_a_role_name_is_refused" {
  command = plan

  variables {
    profiles = { long = { username = "a.person-with-a-name-of-more-than-46-characters", email = "a@acme.example", role = "User" } }
  }

  expect_failures = [var.profiles]
}

run "an_address_that_is_none_is_refused" {
  command = plan

  variables {
    profiles = { "dana.okafor" = { username = "dana.okafor", email = "dana", role = "User" } }
  }

  expect_failures = [var.profiles]
}

run "any_execution_role_is_refused" {
  command = plan

  variables {
    sagemaker_execution_role_arns = ["arn:aws:iam::123456789012:role/*"]
  }

  expect_failures = [var.sagemaker_execution_role_arns]
}

run "three_days_of_recovery_are_refused" {
  command = plan

  variables {
    secret_recovery_window_in_days = 3
  }

  expect_failures = [var.secret_recovery_window_in_days]
}
