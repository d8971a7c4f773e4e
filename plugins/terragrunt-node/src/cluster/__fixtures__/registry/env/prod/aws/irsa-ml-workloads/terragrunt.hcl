include "root" {
  path   = find_in_parent_folders("root.hcl")
  expose = true
}

locals {
  account = include.root.locals.env.aws_account_id

  # What every environment of ours runs. Changes here need a second approval.
  base_workloads = [
    {
      name = "mlflow"
      namespace = "mlops"
      service_account = "mlflow"
      create_namespace = true
      create_service_account = true
      s3_access = {
        bucket_arns = ["arn:aws:s3:::acme-mlflow-artifacts-prod"],
        kms_key_arns = ["arn:aws:kms:eu-west-2:${local.account}:key/0d9b7c1e-33d4-4c6f-8c55-7be1f2a94e02"]
      }
      rds_access = {
        resource_id = "cluster-QRSTUVWXYZ0123456789ABCDEF"
        username = "mlflow"
      }
    }
  ]
}

terraform {
  source = "${get_repo_root()}/modules//iam/irsa_ml_workloads"
}

dependency "eks" {
  config_path = "../eks"
}

inputs = {
  environment     = include.root.locals.env.environment
  oidc_issuer_url = dependency.eks.outputs.cluster_oidc_issuer_url

  workloads = concat(local.base_workloads, [
    {
      "name": "triton",
      "namespace": "inference",
      "service_account": "triton",
      "create_namespace": true,
      "create_service_account": true,
      "s3_access": {
        "bucket_arns": ["arn:aws:s3:::acme-model-storage-prod"],
        "read_only": true
      }
    },
    {
      name            = "ray-serve"
      namespace       = "inference"   # created by triton
      service_account = "ray-serve"

      create_service_account = true

      s3_access = {
        bucket_arns = [
          "arn:aws:s3:::acme-model-storage-prod",
          "arn:aws:s3:::acme-inference-logs-prod"
        ]
      }
      dynamodb_access = {
        table_arns = ["arn:aws:dynamodb:eu-west-2:444455556666:table/ray-serve-routing"]
        read_only  = true
      }
    }
  ])
}
