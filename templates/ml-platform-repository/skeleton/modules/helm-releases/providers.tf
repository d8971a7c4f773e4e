# Short-lived tokens from the AWS CLI; no kubeconfig is read.
locals {
  cluster_token = {
    api_version = "client.authentication.k8s.io/v1beta1"
    command     = "aws"
    args = concat(
      ["eks", "get-token", "--cluster-name", var.cluster_name, "--region", var.aws_region],
      var.aws_profile == null || var.aws_profile == "" ? [] : ["--profile", var.aws_profile],
    )
  }
}

provider "helm" {
  kubernetes = {
    host                   = var.cluster_endpoint
    cluster_ca_certificate = base64decode(var.cluster_ca_certificate)
    exec                   = local.cluster_token
  }
}

provider "kubernetes" {
  host                   = var.cluster_endpoint
  cluster_ca_certificate = base64decode(var.cluster_ca_certificate)

  exec {
    api_version = local.cluster_token.api_version
    command     = local.cluster_token.command
    args        = local.cluster_token.args
  }
}
