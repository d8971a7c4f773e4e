inputs = {
  workloads = [
    {
      name      = "airflow"
      namespace = "airflow"
    },
    {
      name      = "feast"
      namespace = "features"
    },
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
