include "root" {
  path = find_in_parent_folders("root.hcl")
}

# Switched off while the notebooks move to SageMaker Studio.
exclude {
  if      = true
  actions = ["plan", "apply"]
}

terraform {
  source = "tfr:///terraform-module/release/helm?version=2.8.2"
}

inputs = {
  namespace  = "jupyterhub"
  repository = "https://hub.jupyter.org/helm-chart/"
  app = {
    name    = "jupyterhub"
    chart   = "jupyterhub"
    version = "4.1.0"
  }
}
