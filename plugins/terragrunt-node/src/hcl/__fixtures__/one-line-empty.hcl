inputs = { environment = "dev", workloads = [] }
