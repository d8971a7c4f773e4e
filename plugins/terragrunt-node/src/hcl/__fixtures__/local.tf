locals {
  region = "eu-west-2"
  workloads = [
    {
      name      = "mlflow"
      namespace = "mlops"
    },
    {
      name      = "vllm"
      namespace = "inference"
    },
  ]
}

module "ml" {
  source    = "../modules/irsa_ml_workloads"
  workloads = local.workloads
}
