mock_provider "aws" {
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
}

mock_provider "kubernetes" {}

variables {
  namespace                  = "airflow"
  s3_data_bucket_name        = "demo-dev-airflow-data-storage"
  s3_data_bucket_secret_name = "airflow-s3-data-bucket-access"
  role_name                  = "demo-dev-airflow-sa-role"
  role_arn                   = "arn:aws:iam::123456789012:role/demo-dev-airflow-sa-role"
}

run "bucket_is_kept_and_closed" {
  command = plan

  module {
    source = "./data-storage"
  }

  assert {
    condition     = aws_s3_bucket.data.force_destroy == false && aws_s3_bucket_versioning.data.versioning_configuration[0].status == "Enabled"
    error_message = "Data are versioned, and the bucket survives its removal from the code while it holds objects."
  }

  assert {
    condition = alltrue([
      aws_s3_bucket_public_access_block.data.block_public_acls,
      aws_s3_bucket_public_access_block.data.block_public_policy,
      aws_s3_bucket_public_access_block.data.ignore_public_acls,
      aws_s3_bucket_public_access_block.data.restrict_public_buckets,
    ])
    error_message = "The bucket is never public."
  }

  assert {
    condition     = one(one(aws_s3_bucket_server_side_encryption_configuration.data.rule).apply_server_side_encryption_by_default).sse_algorithm == "AES256"
    error_message = "Data are encrypted."
  }
}

run "access_is_the_bucket_alone" {
  command = plan

  module {
    source = "./data-storage"
  }

  assert {
    condition = toset(flatten([for statement in jsondecode(aws_iam_policy.data.policy).Statement : statement.Resource])) == toset([
      "arn:aws:s3:::demo-dev-airflow-data-storage",
      "arn:aws:s3:::demo-dev-airflow-data-storage/*",
    ])
    error_message = "This bucket alone."
  }

  assert {
    condition = !anytrue([
      for action in flatten([for statement in jsondecode(aws_iam_policy.data.policy).Statement : statement.Action]) : strcontains(action, "*")
    ])
    error_message = "No wildcard action."
  }

  assert {
    condition     = aws_iam_role_policy_attachment.data.role == "demo-dev-airflow-sa-role"
    error_message = "Airflow's role has the access."
  }
}

run "secret_holds_no_credentials" {
  command = plan

  module {
    source = "./data-storage"
  }

  assert {
    condition = kubernetes_secret_v1.data.data == tomap({
      AWS_BUCKET   = "demo-dev-airflow-data-storage"
      AWS_REGION   = "eu-west-1"
      AWS_ROLE_ARN = "arn:aws:iam::123456789012:role/demo-dev-airflow-sa-role"
    })
    error_message = "Where the bucket is, and no key."
  }
}
