locals {
  readers = [
    { name = "telemetry", namespace = "telemetry", service_account = "reader", create_namespace = true, create_service_account = true, s3_access = { bucket_arns = ["arn:aws-us-gov:s3:::acme-edge-telemetry"], read_only = true } },
  ]
  writers = []
}

module "irsa_ml_workloads" {
  source          = "git::https://github.com/acme/terraform-modules.git//iam/irsa_ml_workloads?ref=v2.0.4"
  environment     = var.environment
  oidc_issuer_url = module.eks.cluster_oidc_issuer_url
  workloads       = concat(local.readers, local.writers)
}
