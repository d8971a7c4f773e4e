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
  bucket_arns     = ["arn:aws:s3:::models", "arn:aws:s3:::cache"]
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
    condition     = aws_iam_role_policy.this.name == "dev-vllm-irsa-s3" && aws_iam_role_policy.this.role == "dev-vllm-irsa"
    error_message = "The policy is <role>-s3."
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
  variables {
    kms_key_arns = ["arn:aws:kms:eu-west-2:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab"]
  }

  assert {
    condition     = [for s in jsondecode(aws_iam_role_policy.this.policy).Statement : s.Sid] == ["Buckets", "Objects", "Keys"]
    error_message = "There is a statement for buckets, one for objects, and one for keys."
  }

  assert {
    condition     = jsondecode(output.policy).Statement[0].Resource == ["arn:aws:s3:::models", "arn:aws:s3:::cache"] && jsondecode(output.policy).Statement[1].Resource == ["arn:aws:s3:::models/*", "arn:aws:s3:::cache/*"]
    error_message = "Buckets are listed as buckets, and objects are reached as objects."
  }

  assert {
    condition     = jsondecode(output.policy).Statement[1].Action == ["s3:AbortMultipartUpload", "s3:DeleteObject", "s3:GetObject", "s3:PutObject"]
    error_message = "Objects can be read, written and deleted."
  }

  assert {
    condition     = jsondecode(output.policy).Statement[2].Action == ["kms:Decrypt", "kms:GenerateDataKey"] && jsondecode(output.policy).Statement[2].Condition.StringLike["kms:ViaService"] == "s3.*.amazonaws.com*"
    error_message = "Keys are used through S3 alone."
  }
}

run "reading_only" {
  variables {
    read_only    = true
    kms_key_arns = ["arn:aws:kms:eu-west-2:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab"]
  }

  assert {
    condition     = jsondecode(output.policy).Statement[1].Action == ["s3:GetObject"] && jsondecode(output.policy).Statement[2].Action == ["kms:Decrypt"]
    error_message = "Nothing can be written."
  }
}

run "no_keys_no_statement" {
  assert {
    condition     = length(jsondecode(output.policy).Statement) == 2
    error_message = "Without keys there is no statement about keys."
  }
}

run "a_wildcard_is_refused" {
  command = plan

  variables {
    bucket_arns = ["arn:aws:s3:::*"]
  }

  expect_failures = [var.bucket_arns]
}

run "a_path_to_objects_is_refused" {
  command = plan

  variables {
    bucket_arns = ["arn:aws:s3:::models/prefix/*"]
  }

  expect_failures = [var.bucket_arns]
}

run "no_bucket_is_refused" {
  command = plan

  variables {
    bucket_arns = []
  }

  expect_failures = [var.bucket_arns]
}

run "a_key_by_wildcard_is_refused" {
  command = plan

  variables {
    kms_key_arns = ["arn:aws:kms:eu-west-2:123456789012:key/*"]
  }

  expect_failures = [var.kms_key_arns]
}

run "more_than_iam_takes_is_refused" {
  command = plan

  variables {
    bucket_arns = [for number in range(150) : "arn:aws:s3:::a-bucket-with-a-name-of-some-length-${number}"]
  }

  expect_failures = [aws_iam_role_policy.this]
}
