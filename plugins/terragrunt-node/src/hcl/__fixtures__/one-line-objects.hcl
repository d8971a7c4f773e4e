inputs = {
  workloads = [
    { name = "feast", namespace = "features", service_account = "feast" },
    { name = "mlflow", namespace = "mlops", service_account = "mlflow" }, # tracking
    { name = "vllm", namespace = "inference", service_account = "vllm" },
  ]
}
