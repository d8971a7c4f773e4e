import { RepositoryLayout } from '../config';
import { moduleSource } from '../modules/moduleSource';
import { aligned } from './units';
import { ClusterVocabulary } from './vocabulary';

/**
 * The unit of Ray on a cluster. That of the environment's own cluster shares the
 * providers of `kubernetes.hcl`; a further cluster, or one of the registry's
 * module, whose outputs have other names, brings its own.
 *
 * @param options - `eks`: path of the cluster's unit from this one
 */
export function rayUnit(options: {
  layout: Pick<RepositoryLayout, 'modules'>;
  eks: string;
  vocabulary: ClusterVocabulary;
  isFurther: boolean;
}): string {
  const { layout, eks, vocabulary, isFurther } = options;
  const certificate =
    vocabulary === 'own'
      ? 'cluster_ca_certificate'
      : 'cluster_certificate_authority_data';
  const sharesProviders = vocabulary === 'own' && !isFurther;
  return `include "root" {
  path   = find_in_parent_folders("root.hcl")
  expose = true
}
${
  sharesProviders
    ? `
include "kubernetes" {
  path = find_in_parent_folders("kubernetes.hcl")
}
`
    : `
locals {
  env     = include.root.locals.env
  profile = get_env("CI", "") == "" ? try(local.env.profile, "") : ""

  token_arguments = concat(
    ["eks", "get-token", "--output", "json", "--region", local.env.region],
    local.profile == "" ? [] : ["--profile", local.profile],
  )
}
`
}
terraform {
  source = "${moduleSource(layout, 'ray')}"
}
${
  sharesProviders
    ? ''
    : `
dependency "eks" {
  config_path = "${eks}"

  mock_outputs = {
${aligned(
  [
    ['cluster_name', '"not-applied-yet"'],
    ['cluster_endpoint', '"https://cluster.invalid"'],
    [certificate, '"bm90LWFwcGxpZWQteWV0"'],
  ],
  '    ',
)}
  }
  mock_outputs_allowed_terraform_commands = ["init", "validate", "plan"]
}

generate "kubernetes" {
  path      = "kubernetes_provider.tf"
  if_exists = "overwrite_terragrunt"
  contents  = <<-EOT
    provider "kubernetes" {
      host                   = \${jsonencode(dependency.eks.outputs.cluster_endpoint)}
      cluster_ca_certificate = base64decode(\${jsonencode(dependency.eks.outputs.${certificate})})

      exec {
        api_version = "client.authentication.k8s.io/v1"
        command     = "aws"
        args        = \${jsonencode(concat(local.token_arguments, ["--cluster-name", dependency.eks.outputs.cluster_name]))}
      }
    }

    provider "helm" {
      kubernetes = {
        host                   = \${jsonencode(dependency.eks.outputs.cluster_endpoint)}
        cluster_ca_certificate = base64decode(\${jsonencode(dependency.eks.outputs.${certificate})})

        exec = {
          api_version = "client.authentication.k8s.io/v1"
          command     = "aws"
          args        = \${jsonencode(concat(local.token_arguments, ["--cluster-name", dependency.eks.outputs.cluster_name]))}
        }
      }
    }
  EOT
}
`
}
inputs = {
  name = "ray"
}
`;
}
