include "root" {
  path   = find_in_parent_folders("root.hcl")
  expose = true
}

include "kubernetes" {
  path = find_in_parent_folders("kubernetes.hcl")
}

# Switched off while the notebooks move to SageMaker Studio.
exclude {
  if      = true
  actions = ["plan", "apply"]
}

terraform {
  source = "${get_repo_root()}/modules//platform/jupyterhub"
}

dependency "eks" {
  config_path = "../../aws/eks"
}

dependency "mlflow" {
  config_path = "../mlflow"

  mock_outputs = {
    mlflow_tracking_uri = "http://mlflow-service.mlflow.svc.cluster.local/mlflow"
  }
  mock_outputs_allowed_terraform_commands = ["init", "validate", "plan"]
}

inputs = {
  domain_name         = "ml.dev.acme.example"
  mlflow_tracking_uri = dependency.mlflow.outputs.mlflow_tracking_uri

  # The OAuth app of the organisation; its secret is in Secrets Manager.
  git_client_id                 = "Iv1.0a1b2c3d4e5f6071"
  git_client_secret_secret_name = "jupyterhub/github-oauth"
  allowed_organizations         = ["acme"]
}
