inputs = {
  workloads = [{
    name      = "feast"
    namespace = "features"
  }]
}
