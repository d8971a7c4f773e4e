mock_provider "aws" {
  mock_data "aws_caller_identity" {
    defaults = { account_id = "123456789012" }
  }

  mock_data "aws_partition" {
    defaults = { partition = "aws" }
  }

  mock_resource "aws_iam_role" {
    defaults = { arn = "arn:aws:iam::123456789012:role/mlplatform-access-dana-okafor" }
  }

  mock_resource "aws_iam_access_key" {
    defaults = { id = "AKIAEXAMPLE", secret = "not-a-real-secret" }
  }
}

variables {
  profile = {
    username = "dana.okafor"
    email    = "dana@acme.example"
    role     = "User"
  }
  access_policy_developer = "arn:aws:iam::123456789012:policy/developer"
  access_policy_user      = "arn:aws:iam::123456789012:policy/user"
}

run "a_user_with_an_access_key" {
  assert {
    condition     = aws_iam_user.this.name == "dana-okafor" && length(aws_iam_access_key.this) == 1
    error_message = "The IAM user is first-last and has a key, as nothing else is asked for."
  }

  assert {
    condition     = aws_iam_user.this.force_destroy
    error_message = "What was added by hand does not keep a removed person's access."
  }

  assert {
    condition     = aws_iam_role.user_access_role.name == "mlplatform-access-dana-okafor" && aws_iam_role.user_access_role.max_session_duration == 28800
    error_message = "A session lasts up to 8 hours."
  }

  assert {
    condition = jsondecode(aws_iam_role.user_access_role.assume_role_policy).Statement == [
      {
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::123456789012:user/dana-okafor" }
        Action    = "sts:AssumeRole"
      },
    ]
    error_message = "The person alone may take the role; S3 may not."
  }

  assert {
    condition     = { for key, attachment in aws_iam_role_policy_attachment.access : key => attachment.policy_arn } == { User = "arn:aws:iam::123456789012:policy/user" }
    error_message = "A user has the policy of users, and no other."
  }

  assert {
    condition     = aws_secretsmanager_secret.this.name == "dana.okafor" && aws_secretsmanager_secret.this.recovery_window_in_days == 0
    error_message = "The secret is named by the username."
  }

  assert {
    condition = merge(local.access_key_ids, local.access_keys, local.person) == {
      ACCESS_KEY_ID     = "AKIAEXAMPLE"
      SECRET_ACCESS_KEY = "not-a-real-secret"
      username          = "dana.okafor"
      email             = "dana@acme.example"
      role              = "User"
      firstName         = "dana"
      lastName          = "okafor"
      AWS_role          = "arn:aws:iam::123456789012:role/mlplatform-access-dana-okafor"
    }
    error_message = "The secret holds the key and the person."
  }

  assert {
    condition     = aws_iam_role.user_access_role.tags["mlplatform-user"] == "dana-okafor"
    error_message = "The role carries the name by which notebooks and Studio profiles are one's own."
  }
}

run "a_developer_without_an_access_key" {
  variables {
    profile = {
      username          = "piotr.lind"
      email             = "piotr@acme.example"
      role              = "Developer"
      create_access_key = false
    }
  }

  assert {
    condition     = length(aws_iam_access_key.this) == 0 && keys(merge(local.access_key_ids, local.access_keys, local.person)) == ["AWS_role", "email", "firstName", "lastName", "role", "username"]
    error_message = "Without a key the secret holds the person only."
  }

  assert {
    condition     = { for key, attachment in aws_iam_role_policy_attachment.access : key => attachment.policy_arn } == { Developer = "arn:aws:iam::123456789012:policy/developer" }
    error_message = "A developer has the policy of developers, and no other."
  }
}

run "a_changed_address_is_written" {
  variables {
    profile = {
      username = "dana.okafor"
      email    = "dana.okafor@acme.example"
      role     = "User"
    }
  }

  assert {
    condition     = aws_secretsmanager_secret_version.this.secret_string_wo_version != run.a_user_with_an_access_key.secret_version
    error_message = "The version grows out of what is written."
  }
}

run "an_unknown_role_is_refused" {
  command = plan

  variables {
    profile = { username = "dana.okafor", email = "dana@acme.example", role = "Admin" }
  }

  expect_failures = [var.profile]
}
