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
}

mock_provider "kubernetes" {}

variables {
  environment     = "dev"
  oidc_issuer_url = "https://oidc.eks.eu-west-2.amazonaws.com/id/0123456789ABCDEF0123456789ABCDEF"
  workloads = [
    {
      name                   = "mlflow"
      namespace              = "mlops"
      service_account        = "mlflow"
      create_namespace       = true
      create_service_account = true
      namespace_labels       = { team = "mlops" }
      s3_access              = { bucket_arns = ["arn:aws:s3:::mlflow-artifacts"] }
      rds_access             = { resource_id = "db-ABCD1234567890", username = "mlflow" }
    },
    {
      name                   = "feast"
      namespace              = "mlops"
      service_account        = "feast"
      create_namespace       = true
      create_service_account = true
      namespace_labels       = { "pod-security.kubernetes.io/enforce" = "baseline" }
      dynamodb_access        = { table_arns = ["arn:aws:dynamodb:eu-west-2:123456789012:table/features"] }
    },
    {
      name            = "vllm"
      namespace       = "inference"
      service_account = "vllm"
      s3_access       = { bucket_arns = ["arn:aws:s3:::models"], read_only = true }
    },
  ]
}

run "one_role_per_workload" {
  assert {
    condition     = keys(module.role) == ["feast", "mlflow", "vllm"]
    error_message = "A workload's name is the key of its resources."
  }

  assert {
    condition     = [for name in ["feast", "mlflow", "vllm"] : module.role[name].role_name] == ["dev-feast-irsa", "dev-mlflow-irsa", "dev-vllm-irsa"]
    error_message = "A role is <environment>-<name>-irsa."
  }

  assert {
    condition     = module.s3["mlflow"].role_name == "dev-mlflow-irsa" && module.rds["mlflow"].role_name == "dev-mlflow-irsa"
    error_message = "S3 and RDS access of a workload are policies of its one role."
  }

  assert {
    condition     = module.s3["mlflow"].policy_name == "dev-mlflow-irsa-s3" && module.rds["mlflow"].policy_name == "dev-mlflow-irsa-rds" && module.dynamodb["feast"].policy_name == "dev-feast-irsa-dynamodb"
    error_message = "A policy is <role>-<kind of access>."
  }

  assert {
    condition     = keys(module.s3) == ["mlflow", "vllm"] && keys(module.dynamodb) == ["feast"] && keys(module.rds) == ["mlflow"]
    error_message = "A policy is made for the access that is asked for, and no other."
  }
}

run "outputs_map_workloads_to_roles" {
  assert {
    condition     = keys(output.s3_role_arns) == ["mlflow", "vllm"] && keys(output.dynamodb_role_arns) == ["feast"] && keys(output.rds_role_arns) == ["mlflow"]
    error_message = "Each map names the workloads that have that access."
  }

  assert {
    condition     = output.s3_role_arns["mlflow"] == output.rds_role_arns["mlflow"] && output.s3_role_arns["mlflow"] == output.all_role_arns["mlflow"]
    error_message = "The role is the same in every map."
  }

  assert {
    condition     = length(distinct(values(output.all_role_arns))) == 3
    error_message = "Each workload has a role of its own."
  }

  assert {
    condition     = keys(output.all_role_arns) == ["feast", "mlflow", "vllm"]
    error_message = "Every workload has a role."
  }

  assert {
    condition     = output.service_accounts == { feast = "mlops/feast", mlflow = "mlops/mlflow" }
    error_message = "Service accounts are those that were asked for."
  }

  assert {
    condition     = output.namespaces == tolist(["mlops"])
    error_message = "A namespace that two workloads ask for is made once, and one that nobody asks for is not made."
  }
}

run "kubernetes_objects" {
  assert {
    condition     = keys(kubernetes_namespace_v1.this) == ["mlops"]
    error_message = "A namespace's name is its key."
  }

  assert {
    condition     = kubernetes_namespace_v1.this["mlops"].metadata[0].labels == tomap({ team = "mlops", "pod-security.kubernetes.io/enforce" = "baseline" })
    error_message = "Labels of all workloads that make the namespace come together."
  }

  assert {
    condition     = kubernetes_service_account_v1.this["mlflow"].metadata[0].annotations["eks.amazonaws.com/role-arn"] == output.all_role_arns["mlflow"]
    error_message = "The service account carries the ARN of the role."
  }

  assert {
    condition     = keys(kubernetes_service_account_v1.this) == ["feast", "mlflow"]
    error_message = "A service account that is not asked for is not made."
  }

  assert {
    condition     = output.annotations["vllm"]["eks.amazonaws.com/role-arn"] == output.all_role_arns["vllm"]
    error_message = "A service account that is made elsewhere gets its annotations from the output."
  }
}

run "another_order_changes_nothing" {
  variables {
    workloads = [
      {
        name            = "vllm"
        namespace       = "inference"
        service_account = "vllm"
        s3_access       = { bucket_arns = ["arn:aws:s3:::models"], read_only = true }
      },
      {
        name                   = "mlflow"
        namespace              = "mlops"
        service_account        = "mlflow"
        create_namespace       = true
        create_service_account = true
        namespace_labels       = { team = "mlops" }
        s3_access              = { bucket_arns = ["arn:aws:s3:::mlflow-artifacts"] }
        rds_access             = { resource_id = "db-ABCD1234567890", username = "mlflow" }
      },
    ]
  }

  assert {
    condition     = output.all_role_arns == { for name, arn in run.one_role_per_workload.all_role_arns : name => arn if name != "feast" }
    error_message = "Roles stay when workloads before them go, or change places."
  }
}

run "no_workloads_make_nothing" {
  command = plan

  variables {
    workloads = []
  }

  assert {
    condition     = length(module.role) == 0 && length(output.policies) == 0 && length(output.namespaces) == 0
    error_message = "Without workloads there is nothing."
  }
}

run "a_workload_without_access_is_refused" {
  command = plan

  variables {
    workloads = [{ name = "idle", namespace = "mlops", service_account = "idle" }]
  }

  expect_failures = [var.workloads]
}

run "a_name_that_iam_or_kubernetes_would_refuse_is_refused" {
  command = plan

  variables {
    workloads = [{ name = "My_Workload", namespace = "mlops", service_account = "x", s3_access = { bucket_arns = ["arn:aws:s3:::models"] } }]
  }

  expect_failures = [var.workloads]
}

run "a_role_name_of_more_than_64_characters_is_refused" {
  command = plan

  variables {
    workloads = [{ name = "a-workload-whose-name-is-so-long-that-its-role-would-be-too-long", namespace = "mlops", service_account = "x", s3_access = { bucket_arns = ["arn:aws:s3:::models"] } }]
  }

  expect_failures = [var.workloads]
}

run "one_name_twice_is_refused" {
  command = plan

  variables {
    workloads = [
      { name = "same", namespace = "a", service_account = "a", s3_access = { bucket_arns = ["arn:aws:s3:::models"] } },
      { name = "same", namespace = "b", service_account = "b", s3_access = { bucket_arns = ["arn:aws:s3:::models"] } },
    ]
  }

  expect_failures = [var.workloads]
}

run "one_service_account_for_two_workloads_is_refused" {
  command = plan

  variables {
    workloads = [
      { name = "one", namespace = "a", service_account = "shared", s3_access = { bucket_arns = ["arn:aws:s3:::models"] } },
      { name = "two", namespace = "a", service_account = "shared", s3_access = { bucket_arns = ["arn:aws:s3:::models"] } },
    ]
  }

  expect_failures = [var.workloads]
}

run "policies_that_are_too_long_together_are_refused" {
  command = plan

  variables {
    workloads = [
      {
        name            = "wide"
        namespace       = "mlops"
        service_account = "wide"
        s3_access       = { bucket_arns = [for number in range(70) : "arn:aws:s3:::a-bucket-with-a-name-of-some-length-${number}"] }
        dynamodb_access = { table_arns = [for number in range(20) : "arn:aws:dynamodb:eu-west-2:123456789012:table/a-table-with-a-name-of-some-length-${number}"] }
      },
    ]
  }

  expect_failures = [output.all_role_arns]
}
