include "root" {
  path   = find_in_parent_folders("root.hcl")
  expose = true
}

terraform {
  source = "${get_repo_root()}/modules//platform/mlflow"
}

dependency "eks" {
  config_path = "../../aws/eks"
}

dependencies {
  paths = ["../../aws/irsa-ml-workloads"]
}

inputs = {
  cluster_name    = dependency.eks.outputs.cluster_name
  namespace       = "mlops"
  service_account = "mlflow"
  artifact_bucket = "acme-mlflow-artifacts-prod"
}
