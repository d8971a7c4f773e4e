aws_account_id=777788889999
aws_region="us-gov-west-1"
environment="edge"
project_name="edge"
kubernetes_version="1.34"
gpu_nodes={ instance_types=["g6.xlarge"], min=0, max=1 }
