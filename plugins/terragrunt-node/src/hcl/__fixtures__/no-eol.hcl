inputs = {
  workloads = [
    {
      name      = "a"
      namespace = "a"
    }
  ]
}