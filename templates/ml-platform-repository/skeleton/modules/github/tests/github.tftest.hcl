# Terraform cannot mock a provider whose ephemeral resources a module uses. So this is the
# real one, without an account: planning a creation asks AWS nothing. The runs plan only.
provider "aws" {
  region                      = "eu-west-1"
  access_key                  = "test"
  secret_key                  = "test"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_requesting_account_id  = true
}

# Keys need nothing outside.
provider "tls" {}

mock_provider "github" {
  override_resource {
    target          = github_repository.main
    override_during = plan
    values = {
      node_id        = "R_1"
      full_name      = "acme/clusters"
      html_url       = "https://github.com/acme/clusters"
      ssh_clone_url  = "git@github.com:acme/clusters.git"
      http_clone_url = "https://github.com/acme/clusters.git"
    }
  }

  override_data {
    target = data.github_repository.existing
    values = {
      node_id        = "R_2"
      full_name      = "acme/there-already"
      html_url       = "https://github.acme.example/acme/there-already"
      ssh_clone_url  = "git@github.acme.example:acme/there-already.git"
      http_clone_url = "https://github.acme.example/acme/there-already.git"
    }
  }
}

variables {
  name_prefix     = "mlops-dev"
  repository_name = "clusters"
}

run "new_repository" {
  command = plan

  variables {
    cluster_path = "clusters/dev"
  }

  assert {
    condition     = github_repository.main[0].name == "clusters" && github_repository.main[0].visibility == "private" && github_repository.main[0].auto_init && github_repository.main[0].archive_on_destroy
    error_message = "The repository is private, has a first commit, and is archived rather than deleted."
  }

  assert {
    condition     = github_branch_default.main[0].branch == "main" && github_branch_default.main[0].rename
    error_message = "The first commit is on the branch that Flux follows, whatever the organisation calls its branches."
  }

  assert {
    condition     = github_repository_file.cluster[0].file == "clusters/dev/cluster.yaml" && github_repository_file.cluster[0].branch == "main" && yamldecode(github_repository_file.cluster[0].content).data == { name = "mlops-dev", path = "clusters/dev" }
    error_message = "The folder is there for Flux, with a manifest in it."
  }

  assert {
    condition     = github_branch_protection.main[0].repository_id == "R_1" && github_branch_protection.main[0].pattern == "main" && github_branch_protection.main[0].enforce_admins && !github_branch_protection.main[0].allows_force_pushes && !github_branch_protection.main[0].allows_deletions
    error_message = "The branch is protected, from administrators too."
  }

  assert {
    condition     = one(github_branch_protection.main[0].required_pull_request_reviews).required_approving_review_count == 1 && one(github_branch_protection.main[0].required_pull_request_reviews).dismiss_stale_reviews && length(github_branch_protection.main[0].required_status_checks) == 0
    error_message = "Changes come by reviewed pull requests."
  }

  assert {
    condition     = github_repository_deploy_key.flux[0].read_only && github_repository_deploy_key.flux[0].title == "flux mlops-dev" && github_repository_deploy_key.flux[0].repository == "clusters"
    error_message = "The key reads only, and says whose it is."
  }

  assert {
    condition     = aws_secretsmanager_secret.deploy_key[0].name_prefix == "mlops-dev/flux/clusters-" && aws_secretsmanager_secret_version.deploy_key[0].secret_string_wo_version == 1 && aws_secretsmanager_secret_version.deploy_key[0].secret_string_wo == null
    error_message = "The private key goes to Secrets Manager, and the plan knows nothing of it."
  }

  assert {
    condition     = aws_ssm_parameter.deploy_public_key[0].name == "/mlops-dev/flux/clusters/public-key" && aws_ssm_parameter.deploy_public_key[0].type == "String" && aws_ssm_parameter.deploy_public_key[0].value_wo_version == 1
    error_message = "The public key goes to a parameter, of the same version."
  }

  assert {
    condition     = output.repository_url == "ssh://git@github.com/acme/clusters.git" && output.full_name == "acme/clusters" && output.cluster_path == "clusters/dev"
    error_message = "The address is in the form that Flux reads."
  }
}

run "existing_repository" {
  command = plan

  variables {
    repository_name            = "there-already"
    create_repository          = false
    branch                     = "release"
    required_status_checks     = ["validate", "test"]
    required_approvals         = 2
    require_code_owner_reviews = true
    deploy_key_read_only       = false
    deploy_key_version         = 3
  }

  assert {
    condition     = length(github_repository.main) == 0 && length(github_branch_default.main) == 0 && length(github_repository_file.cluster) == 0
    error_message = "An existing repository is left as it is."
  }

  assert {
    condition     = github_branch_protection.main[0].repository_id == "R_2" && github_branch_protection.main[0].pattern == "release" && one(github_branch_protection.main[0].required_status_checks).contexts == toset(["validate", "test"]) && one(github_branch_protection.main[0].required_status_checks).strict
    error_message = "Its branch is protected, and checks have to pass."
  }

  assert {
    condition     = one(github_branch_protection.main[0].required_pull_request_reviews).require_code_owner_reviews && one(github_branch_protection.main[0].required_pull_request_reviews).required_approving_review_count == 2
    error_message = "Code owners review."
  }

  assert {
    condition     = !github_repository_deploy_key.flux[0].read_only && aws_secretsmanager_secret_version.deploy_key[0].secret_string_wo_version == 3 && aws_ssm_parameter.deploy_public_key[0].value_wo_version == 3 && terraform_data.deploy_key_version[0].input == 3 && output.deploy_key_version == 3
    error_message = "A new version is a new key, everywhere."
  }

  assert {
    condition     = output.repository_url == "ssh://git@github.acme.example/acme/there-already.git"
    error_message = "GitHub Enterprise has addresses of its own."
  }
}

run "without_key_and_protection" {
  command = plan

  variables {
    enable_deploy_key        = false
    enable_branch_protection = false
  }

  assert {
    condition     = length(github_repository_deploy_key.flux) == 0 && length(aws_secretsmanager_secret.deploy_key) == 0 && length(aws_ssm_parameter.deploy_public_key) == 0 && output.deploy_key_secret_name == null
    error_message = "No key is made."
  }

  assert {
    condition     = length(github_branch_protection.main) == 0 && output.repository_url == "https://github.com/acme/clusters.git"
    error_message = "The repository is read without a key."
  }
}

run "names" {
  command = plan

  variables {
    name_prefix        = "MLOps"
    repository_name    = "acme/clusters"
    visibility         = "public"
    topics             = ["Git Ops"]
    branch             = "*"
    cluster_path       = "/clusters/dev/"
    required_approvals = 7
    deploy_key_version = 0
  }

  expect_failures = [var.name_prefix, var.repository_name, var.visibility, var.topics, var.branch, var.cluster_path, var.required_approvals, var.deploy_key_version]
}
