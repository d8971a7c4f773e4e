locals {
  version = "v1.4.0"
}

unit "eks" {
  source = "git::https://example.com/catalog.git//units/eks?ref=${local.version}"
  path   = "eks"
}

unit "irsa" {
  source = "git::https://example.com/catalog.git//units/irsa?ref=${local.version}"
  path   = "irsa"

  values = {
    environment = "dev"
    workloads = [
      {
        name      = "mlflow"
        namespace = "mlops"
      },
    ]
  }
}
