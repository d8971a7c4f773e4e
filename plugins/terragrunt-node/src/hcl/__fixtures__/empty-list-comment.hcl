inputs = {
  workloads = [
    # Add workloads here, sorted by name.
  ]
}
