locals {
    environment  = "staging"
    project      = "bridge"
    aws_region   = "eu-central-1"
    cluster_name = "bridge-staging"
}
