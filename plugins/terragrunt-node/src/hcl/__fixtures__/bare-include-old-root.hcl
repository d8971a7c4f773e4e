include {
  path = find_in_parent_folders()
}

terraform {
  source = "../../../modules//irsa"
  extra_arguments "retry" {
    commands  = get_terraform_commands_that_need_locking()
    arguments = ["-lock-timeout=20m"]
  }
}

inputs = {
  workloads = [
    { name = "a"
      namespace = "b" },
  ]
}
