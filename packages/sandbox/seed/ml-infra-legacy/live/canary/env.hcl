locals {
  environment = "canary"
  project     = "bridge"
  aws_region  = "eu-central-1"
}
