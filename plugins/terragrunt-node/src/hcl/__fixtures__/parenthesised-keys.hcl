inputs = {
  workloads = [
    {
      ("name")      = "feast"
      (local.space) = "features"
      labels        = { (local.key) = "x", "b c" = 1, true = 2 }
    },
    {
      name      = "triton"
      namespace = "inference"
    },
  ]
}
