locals {
  common = { tags = { team = "ml" } }
}

inputs = merge(
  local.common,
  {
    workloads = [
      {
        name      = "mlflow"
        namespace = "mlops"
      },
    ]
  },
)
