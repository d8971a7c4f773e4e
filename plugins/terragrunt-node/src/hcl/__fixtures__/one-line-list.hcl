inputs = { workloads = [{ name = "a", namespace = "b" }, { name = "c", namespace = "d" }] }
