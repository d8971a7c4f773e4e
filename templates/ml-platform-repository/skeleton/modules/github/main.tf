resource "github_repository" "main" {
  count = var.create_repository ? 1 : 0

  name        = var.repository_name
  description = var.description
  visibility  = var.visibility
  topics      = var.topics

  # There is no branch, and so nothing to protect or follow, without a first commit.
  auto_init = true

  has_issues   = true
  has_projects = false
  has_wiki     = false

  delete_branch_on_merge = true
  archive_on_destroy     = var.archive_on_destroy
}

data "github_repository" "existing" {
  count = var.create_repository ? 0 : 1

  name = var.repository_name
}

locals {
  repository = one(concat(github_repository.main[*], data.github_repository.existing[*]))

  # git@host:owner/name.git, which Flux does not read.
  ssh_url = local.repository.ssh_clone_url == null ? null : "ssh://${replace(local.repository.ssh_clone_url, ":", "/")}"
}

# The first commit is on the branch that the organisation has by default.
resource "github_branch_default" "main" {
  count = var.create_repository ? 1 : 0

  repository = github_repository.main[0].name
  branch     = var.branch
  rename     = true
}

# Flux reports an error while its folder is missing or empty.
resource "github_repository_file" "cluster" {
  count = var.cluster_path == null ? 0 : 1

  repository     = local.repository.name
  branch         = var.branch
  file           = "${var.cluster_path}/cluster.yaml"
  commit_message = "Folder of the cluster that Flux follows"

  content = <<-EOT
    # The first thing that Flux applies here. Put manifests and folders beside it.
    apiVersion: v1
    kind: ConfigMap
    metadata:
      name: cluster
      namespace: flux-system
    data:
      name: ${var.name_prefix}
      path: ${var.cluster_path}
  EOT

  lifecycle {
    # It is the team's from then on.
    ignore_changes = [content, commit_message]
  }

  depends_on = [github_branch_default.main]
}

resource "github_branch_protection" "main" {
  count = var.enable_branch_protection ? 1 : 0

  repository_id = local.repository.node_id
  pattern       = var.branch

  enforce_admins                  = var.enforce_admins
  require_conversation_resolution = true
  allows_deletions                = false
  allows_force_pushes             = false

  required_pull_request_reviews {
    required_approving_review_count = var.required_approvals
    require_code_owner_reviews      = var.require_code_owner_reviews
    dismiss_stale_reviews           = true
  }

  dynamic "required_status_checks" {
    for_each = length(var.required_status_checks) > 0 ? [var.required_status_checks] : []

    content {
      strict   = true
      contexts = required_status_checks.value
    }
  }

  # The first commits are made before the door is shut.
  depends_on = [github_branch_default.main, github_repository_file.cluster]
}
