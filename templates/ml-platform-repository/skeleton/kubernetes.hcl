# Included as "kubernetes" by units whose module works inside the cluster. The
# providers ask AWS for a token at each run; none is kept.

locals {
  env_file = find_in_parent_folders("env.yaml")
  env      = yamldecode(file(local.env_file))
  profile  = get_env("CI", "") == "" ? try(local.env.profile, "") : ""

  token_arguments = concat(
    ["eks", "get-token", "--output", "json", "--region", local.env.region],
    local.profile == "" ? [] : ["--profile", local.profile],
  )
}

dependency "eks" {
  config_path = "${dirname(local.env_file)}/aws/eks"

  # Stand in until the cluster is applied, so that a pull request that adds it
  # together with its tools can be planned.
  mock_outputs = {
    cluster_name            = "not-applied-yet"
    cluster_endpoint        = "https://cluster.invalid"
    cluster_ca_certificate  = "bm90LWFwcGxpZWQteWV0"
    cluster_oidc_issuer_url = "https://oidc.eks.eu-west-2.amazonaws.com/id/00000000000000000000000000000000"
    oidc_provider_arn       = "arn:aws:iam::000000000000:oidc-provider/oidc.eks.eu-west-2.amazonaws.com/id/00000000000000000000000000000000"
  }
  mock_outputs_allowed_terraform_commands = ["init", "validate", "plan"]
}

generate "kubernetes" {
  path      = "kubernetes_provider.tf"
  if_exists = "overwrite_terragrunt"
  contents  = <<-EOT
    provider "kubernetes" {
      host                   = ${jsonencode(dependency.eks.outputs.cluster_endpoint)}
      cluster_ca_certificate = base64decode(${jsonencode(dependency.eks.outputs.cluster_ca_certificate)})

      exec {
        api_version = "client.authentication.k8s.io/v1"
        command     = "aws"
        args        = ${jsonencode(concat(local.token_arguments, ["--cluster-name", dependency.eks.outputs.cluster_name]))}
      }
    }

    provider "helm" {
      kubernetes = {
        host                   = ${jsonencode(dependency.eks.outputs.cluster_endpoint)}
        cluster_ca_certificate = base64decode(${jsonencode(dependency.eks.outputs.cluster_ca_certificate)})

        exec = {
          api_version = "client.authentication.k8s.io/v1"
          command     = "aws"
          args        = ${jsonencode(concat(local.token_arguments, ["--cluster-name", dependency.eks.outputs.cluster_name]))}
        }
      }
    }
  EOT
}
