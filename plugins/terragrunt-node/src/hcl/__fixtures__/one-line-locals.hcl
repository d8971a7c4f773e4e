locals { workloads = [] }

inputs = { workloads = local.workloads }
