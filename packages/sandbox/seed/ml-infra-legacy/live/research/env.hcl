locals {
  environment = "research"
  project     = "bridge"
  aws_region  = "eu-central-1"

  # Older than the naming rule: no "-cluster" at the end.
  cluster_name = "${local.project}-${local.environment}"

  azs = ["eu-central-1a", "eu-central-1b"]
}
