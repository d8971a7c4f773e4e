include "root" {
  path   = find_in_parent_folders("root.hcl")
  expose = true
}

terraform {
  source = "${get_repo_root()}/modules//iam/irsa_ml_workloads"
}

dependency "eks" {
  config_path = "../eks"

  mock_outputs = {
    cluster_oidc_issuer_url = "https://oidc.eks.eu-west-2.amazonaws.com/id/00000000000000000000000000000000"
  }
  mock_outputs_allowed_terraform_commands = ["init", "validate", "plan"]
}

inputs = {
  environment     = include.root.locals.env.environment
  oidc_issuer_url = dependency.eks.outputs.cluster_oidc_issuer_url

  # One role per workload. Sorted by name, please.
  workloads = [
    # Online features of the ranking models (#ml-features)
    {
      name                   = "feast"
      namespace              = "features"
      service_account        = "feast-server"
      create_namespace       = true
      create_service_account = true

      dynamodb_access = {
        table_arns = [
          "arn:aws:dynamodb:eu-west-2:111122223333:table/feast-online",
          "arn:aws:dynamodb:eu-west-2:111122223333:table/feast-registry", // since 0.40
        ]
      }
    },

    // Tracking server. Owns the namespace that the other tools share.
    {
      name                   = "mlflow"
      namespace              = "mlops"
      service_account        = "mlflow"
      create_namespace       = true
      create_service_account = true
      namespace_labels = {
        "pod-security.kubernetes.io/enforce" = "baseline"
      }

      s3_access = {
        bucket_arns  = ["arn:aws:s3:::acme-mlflow-artifacts-dev"]
        kms_key_arns = ["arn:aws:kms:eu-west-2:111122223333:key/5f4c0a9e-8a5e-4b3f-9d57-2f1d7f0c1a11"]
      }

      rds_access = {
        resource_id = "db-ABCDEFGHIJKL0123456789MNOP"
        username    = "mlflow"
      }
    },
    { # small on purpose: goes away when the nightly jobs move to Ray
      name            = "nightly-eval"
      namespace       = "mlops"
      service_account = "nightly-eval"
      s3_access       = { bucket_arns = ["arn:aws:s3:::acme-eval-results-dev"], read_only = false },
    },
    {
      name                   = "vllm"
      namespace              = "inference"
      service_account        = "vllm"
      create_namespace       = true
      create_service_account = true

      /* Models are published by CI; serving only reads them.
         Ask #ml-inference before you widen this. */
      s3_access = {
        bucket_arns = ["arn:aws:s3:::acme-model-storage-dev"]
        read_only   = true
      }
    },
  ]

  tags = {
    cost_centre = "ml-research"
  }
}
