inputs = {
  workloads = [
    {
      name            = "${local.prefix}-feast"
      namespace       = local.namespace
      service_account = "feast"
      s3_access       = { bucket_arns = [module.bucket.arn, "arn:aws:s3:::${local.name}"] }
      replicas        = var.big ? 3 : 1
      ports           = [for p in local.ports : p + 1]
    },
    local.shared,
    {
      name      = "mlflow"
      namespace = upper("mlops")
      count     = -2
      ratio     = 0.5
      parent    = null
      on        = (true)
    },
  ]
}
