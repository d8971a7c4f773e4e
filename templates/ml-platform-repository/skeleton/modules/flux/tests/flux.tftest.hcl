# Terraform cannot mock a provider whose ephemeral resources a module uses. So this is the
# real one, without an account: nothing of AWS is made here, and no input names a secret,
# since that would be read.
provider "aws" {
  region                      = "eu-west-1"
  access_key                  = "test"
  secret_key                  = "test"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_requesting_account_id  = true
}

mock_provider "helm" {}
mock_provider "kubernetes" {}

variables {
  repository_url  = "ssh://git@github.com/acme/clusters.git"
  path            = "clusters/dev"
  git_private_key = join(" ", ["-----BEGIN OPENSSH PRIVATE", "KEY-----\ntyped-in-a-test"])
}

run "follows_a_private_repository" {
  command = plan

  assert {
    condition     = helm_release.flux.repository == "https://fluxcd-community.github.io/helm-charts" && helm_release.flux.chart == "flux2" && helm_release.flux.version == "2.17.1"
    error_message = "The controllers are a released chart of a fixed version."
  }

  assert {
    condition     = helm_release.sync.repository == helm_release.flux.repository && helm_release.sync.chart == "flux2-sync" && helm_release.sync.version == "1.14.0"
    error_message = "What is followed is a released chart of a fixed version."
  }

  assert {
    condition     = helm_release.flux.namespace == "flux-system" && helm_release.sync.namespace == "flux-system" && helm_release.sync.name == "flux-system" && kubernetes_namespace_v1.flux[0].metadata[0].name == "flux-system"
    error_message = "Names are those of Flux's own bootstrap."
  }

  assert {
    condition = yamldecode(helm_release.sync.values[0]).gitRepository.spec == {
      url       = "ssh://git@github.com/acme/clusters.git"
      interval  = "5m"
      ref       = { branch = "main" }
      suspend   = false
      secretRef = { name = "flux-system-git" }
    }
    error_message = "The branch is followed with the key of the secret."
  }

  assert {
    condition     = yamldecode(helm_release.sync.values[0]).kustomization.spec == { path = "./clusters/dev", interval = "5m", prune = true, suspend = false }
    error_message = "The folder is applied, and what leaves it is removed."
  }

  assert {
    condition     = yamldecode(helm_release.sync.values[0]).secret.create == false && !strcontains(helm_release.sync.values[0], "typed-in-a-test")
    error_message = "The chart is not given the key."
  }

  assert {
    condition     = kubernetes_secret_v1.git[0].metadata[0].name == "flux-system-git" && kubernetes_secret_v1.git[0].data_wo_revision == 1 && kubernetes_secret_v1.git[0].data_wo == null
    error_message = "The key is written by a write-only argument, of which the plan knows nothing."
  }

  assert {
    condition     = !yamldecode(helm_release.flux.values[0]).imageAutomationController.create && !yamldecode(helm_release.flux.values[0]).imageReflectionController.create && yamldecode(helm_release.flux.values[0]).policies.create
    error_message = "No controller that writes is installed, and the others are shut off."
  }

  assert {
    condition     = output.git_secret_name == "flux-system-git" && output.path == "./clusters/dev"
    error_message = "Other sources find secret and folder."
  }
}

run "follows_a_public_repository" {
  command = plan

  variables {
    repository_url  = "https://github.com/acme/clusters"
    path            = "./clusters/dev/"
    branch          = "release/1"
    git_private_key = null
  }

  assert {
    condition     = length(kubernetes_secret_v1.git) == 0 && output.git_secret_name == null && !can(yamldecode(helm_release.sync.values[0]).gitRepository.spec.secretRef)
    error_message = "A public repository needs no secret."
  }

  assert {
    condition     = output.path == "./clusters/dev" && yamldecode(helm_release.sync.values[0]).gitRepository.spec.ref.branch == "release/1"
    error_message = "Folder and branch are as given."
  }
}

run "suspended_beside_others" {
  command = plan

  variables {
    name                     = "team"
    namespace                = "gitops"
    create_namespace         = false
    suspend                  = true
    prune                    = false
    enable_image_automation  = true
    git_private_key_revision = 4
    extra_values             = ["logLevel: debug"]
    extra_sync_values        = ["kustomization: { spec: { wait: true } }"]
  }

  assert {
    condition     = length(kubernetes_namespace_v1.flux) == 0 && helm_release.flux.namespace == "gitops" && kubernetes_secret_v1.git[0].metadata[0].namespace == "gitops"
    error_message = "The namespace is left alone."
  }

  assert {
    condition     = yamldecode(helm_release.sync.values[0]).kustomization.spec.suspend && yamldecode(helm_release.sync.values[0]).gitRepository.spec.suspend && !yamldecode(helm_release.sync.values[0]).kustomization.spec.prune
    error_message = "Nothing is followed while suspended."
  }

  assert {
    condition     = yamldecode(helm_release.flux.values[0]).imageAutomationController.create && yamldecode(helm_release.flux.values[0]).imageReflectionController.create
    error_message = "Both controllers of image automation come together."
  }

  assert {
    condition     = kubernetes_secret_v1.git[0].data_wo_revision == 4 && output.git_secret_name == "team-git"
    error_message = "A new revision writes the key again."
  }

  assert {
    condition     = length(helm_release.flux.values) == 2 && length(helm_release.sync.values) == 2
    error_message = "Own values go over the module's."
  }
}

run "private_without_a_key" {
  command = plan

  variables {
    git_private_key = null
  }

  expect_failures = [var.git_private_key_secret_name]
}

run "two_keys" {
  command = plan

  variables {
    git_private_key_secret_name = "flux"
  }

  expect_failures = [var.git_private_key_secret_name]
}

run "key_for_a_public_address" {
  command = plan

  variables {
    repository_url = "https://github.com/acme/clusters"
  }

  expect_failures = [var.git_private_key_secret_name]
}

run "addresses" {
  command = plan

  variables {
    repository_url = "git@github.com:acme/clusters.git"
    path           = "clusters/../../dev"
    interval       = "often"
    namespace      = "kube-flux"
    name           = "flux2"
  }

  expect_failures = [var.repository_url, var.path, var.interval, var.namespace, var.name]
}

run "password_in_the_address" {
  command = plan

  variables {
    repository_url  = "https://flux:hunter2@github.com/acme/clusters"
    git_private_key = null
  }

  expect_failures = [var.repository_url]
}

run "unknown_host" {
  command = plan

  variables {
    repository_url = "ssh://git@github.acme.example/acme/clusters.git"
  }

  expect_failures = [var.known_hosts]
}

run "versions_and_values" {
  command = plan

  variables {
    flux_chart_version       = "latest"
    sync_chart_version       = "2.0.0"
    git_private_key          = "ssh-ed25519 AAAA"
    git_private_key_revision = 0
    extra_values             = ["{ broken"]
    extra_sync_values        = ["{ broken"]
  }

  expect_failures = [var.flux_chart_version, var.sync_chart_version, var.git_private_key, var.git_private_key_revision, var.extra_values, var.extra_sync_values]
}
