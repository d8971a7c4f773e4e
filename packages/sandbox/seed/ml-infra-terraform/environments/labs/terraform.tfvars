# Where
aws_account_id = "666677778888"
aws_region     = "us-east-1"

# What
environment        = "labs"
project_name       = "labs"
kubernetes_version = "1.35"

gpu_nodes = {
  instance_types = ["g5.xlarge"]
  min            = 0
  max            = 3
}
