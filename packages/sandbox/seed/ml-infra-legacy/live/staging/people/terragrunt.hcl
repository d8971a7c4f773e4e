include {
    path = find_in_parent_folders()
}

terraform {
    source = "git::ssh://git@github.com/acme/terraform-modules.git//iam/user_profiles?ref=v1.9.0"
}

# Nobody yet; inputs come with the first person.
