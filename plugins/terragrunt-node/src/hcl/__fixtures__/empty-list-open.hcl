inputs = {
  workloads = [
  ]

  tags = {}
}
