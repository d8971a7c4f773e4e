include "root" {
  path = find_in_parent_folders("root.hcl")
}

terraform {
  source = "${get_repo_root()}//modules/iam/irsa_ml_workloads"
}

dependency "eks" {
  config_path = "../eks"

  mock_outputs = {
    oidc_issuer_url = "https://oidc.eks.eu-west-2.amazonaws.com/id/MOCK"
  }
  mock_outputs_allowed_terraform_commands = ["init", "validate", "plan"]
}

inputs = {
  oidc_issuer_url = dependency.eks.outputs.oidc_issuer_url
  workloads       = []
}
