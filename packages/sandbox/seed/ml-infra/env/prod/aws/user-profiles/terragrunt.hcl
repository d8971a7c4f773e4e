include "root" {
  path = find_in_parent_folders("root.hcl")
}

terraform {
  source = "${get_repo_root()}/modules//user-profiles"
}

inputs = {
  # Who wants a key says so below.
  create_access_keys = false

  # User: works with SageMaker; Developer: runs the platform itself
  profiles = {
    "amara.silva" = { username = "amara.silva", email = "amara@acme.example", role = "Developer" }
    "piotr.lind"  = { username = "piotr.lind", email = "piotr@acme.example", role = "Developer" }
  }
}
