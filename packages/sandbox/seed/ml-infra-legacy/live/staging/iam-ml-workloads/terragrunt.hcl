include {
    path = find_in_parent_folders()
}

locals {
    env = read_terragrunt_config(find_in_parent_folders("env.hcl")).locals

    # Kept as a map since the second team joined: one key a team member may own.
    workloads = {
        notebooks = {
            namespace       = "notebooks"
            service_account = "hub"
            s3_access       = {
                bucket_arns = ["arn:aws:s3:::acme-notebooks-staging"]
            }
        }
    }
}

terraform {
    source = "git::ssh://git@github.com/acme/terraform-modules.git//iam/irsa_ml_workloads?ref=v1.9.0"
}

dependency "eks" {
    config_path = "../eks"
}

inputs = merge(
    {
        environment     = local.env.environment
        oidc_issuer_url = dependency.eks.outputs.oidc_issuer_url
    },
    {
        workloads = local.workloads
    },
)
