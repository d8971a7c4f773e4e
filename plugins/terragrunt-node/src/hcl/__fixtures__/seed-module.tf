module "ml_workloads" {
  source = "../../modules/iam/irsa_ml_workloads"

  environment     = "dev"
  oidc_issuer_url = data.aws_eks_cluster.hub.identity[0].oidc[0].issuer

  workloads = [
    {
      name                   = "mlflow"
      namespace              = "mlops"
      service_account        = "mlflow"
      create_namespace       = true
      create_service_account = true

      s3_access = {
        bucket_arns  = ["arn:aws:s3:::mlflow-artifacts"]
        kms_key_arns = ["arn:aws:kms:us-east-1:123456789012:key/abc-123"]
        read_only    = false
      }

      rds_access = {
        resource_id = "db-ABCD1234567890"
        username    = "mlflow"
      }
    },
    {
      name                   = "vllm"
      namespace              = "inference"
      service_account        = "vllm"
      create_namespace       = false
      create_service_account = true

      s3_access = {
        bucket_arns = ["arn:aws:s3:::model-storage"]
        read_only   = true
      }
    }
  ]

  tags = {
    environment = "dev"
    managed_by  = "terraform"
  }
}
