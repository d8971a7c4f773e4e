include "root" {
  path = find_in_parent_folders("root.hcl")
}

terraform {
  source = "${get_repo_root()}/modules//iam/user_profiles"
}

inputs = {
  # role: "user" for SageMaker, "developer" for the platform itself
  profiles = {
    dana = {
      username = "dana.okafor"
      email    = "dana@acme.example"
      role     = "user"
    }
    piotr = {
      username = "piotr.lind"
      email    = "piotr@acme.example"
      role     = "developer"
    }
  }
}
