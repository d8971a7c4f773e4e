include {
  path = find_in_parent_folders()
}

terraform {
  source = "git::ssh://git@github.com/acme/terraform-modules.git//network/vpc?ref=v1.8.0"
}

inputs = {
  cidr_block = "10.40.0.0/20"
}
