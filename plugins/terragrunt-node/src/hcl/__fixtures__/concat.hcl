locals {
  base = [
    {
      name      = "argo"
      namespace = "argo"
    },
  ]
}

inputs = {
  # The base first.
  workloads = concat(local.base, [
    {
      name      = "mlflow" # tracking
      namespace = "mlops"
    },
  ])
}
