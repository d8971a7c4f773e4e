module "user_profiles" {
  source = "git::https://github.com/acme/terraform-modules.git//iam/user_profiles?ref=v2.1.0"

  profiles = {
    # Runs the labs
    piotr = {
      username = "piotr.lind"
      email    = "piotr@acme.example"
      role     = "developer"
    }
  }
}
