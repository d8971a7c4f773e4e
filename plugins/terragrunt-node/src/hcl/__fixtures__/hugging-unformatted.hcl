inputs = {
  workloads = [{
    name = "feast"
    namespace = "features"
  }, {
    name = "mlflow"
    namespace = "mlops"
  }]
}
