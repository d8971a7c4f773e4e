include {
  path = find_in_parent_folders()
}

terraform {
  source = "git::ssh://git@github.com/acme/terraform-modules.git//iam/user_profiles?ref=v1.8.0"
}

inputs = {
  profiles = {
    "amara" = { username = "amara.silva", email = "amara@acme.example", role = "developer" }
    "dana"  = { username = "dana.okafor", email = "dana@acme.example", role = "user" } # until the move
  }
}
