# One block for all workloads of labs. The module makes one role for each entry.
module "irsa_ml_workloads" {
  source = "git::https://github.com/acme/terraform-modules.git//iam/irsa_ml_workloads?ref=v2.1.0"

  environment     = var.environment
  oidc_issuer_url = module.eks.cluster_oidc_issuer_url

  workloads = [
    {
      name                   = "labelling"
      namespace              = "labelling"
      service_account        = "label-studio"
      create_namespace       = true
      create_service_account = true

      s3_access = {
        bucket_arns = ["arn:aws:s3:::acme-labs-images"]
      }
      rds_access = {
        resource_id = "db-LABS0123456789ABCDEFGHIJKL"
        username    = "label_studio"
      }
    },
    {
      name            = "whisper"
      namespace       = "speech"
      service_account = "whisper"
      # The speech team makes its namespace with Helm.
      create_service_account = true

      s3_access = {
        bucket_arns = [
          "arn:aws:s3:::acme-labs-audio",
          module.models.s3_bucket_arn, # moves when the model registry does
        ]
        read_only = true
      }
    },
  ]

  tags = { team = "labs" }
}

output "workload_role_arns" {
  value = module.irsa_ml_workloads.role_arns
}
