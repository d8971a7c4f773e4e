mock_provider "aws" {
  source = "./tests"
}

variables {
  cluster_name       = "mlops-test-cluster"
  kubernetes_version = "1.36"
  vpc_id             = "vpc-00000000000000000"
  subnet_ids         = ["subnet-00000000000000000", "subnet-11111111111111111"]
}

run "defaults" {
  command = apply

  assert {
    condition     = aws_eks_cluster.main.vpc_config[0].endpoint_private_access && !aws_eks_cluster.main.vpc_config[0].endpoint_public_access
    error_message = "The API server is reached from inside alone."
  }

  assert {
    condition     = toset(aws_eks_cluster.main.enabled_cluster_log_types) == toset(["api", "audit", "authenticator", "controllerManager", "scheduler"])
    error_message = "All logs of the control plane are sent."
  }

  assert {
    condition     = aws_cloudwatch_log_group.cluster[0].name == "/aws/eks/mlops-test-cluster/cluster" && aws_cloudwatch_log_group.cluster[0].retention_in_days == 7 && aws_cloudwatch_log_group.cluster[0].kms_key_id == aws_kms_key.eks[0].arn
    error_message = "Logs go to the group that EKS writes to, for seven days, encrypted."
  }

  assert {
    condition     = aws_eks_cluster.main.encryption_config[0].provider[0].key_arn == aws_kms_key.eks[0].arn && toset(aws_eks_cluster.main.encryption_config[0].resources) == toset(["secrets"])
    error_message = "Secrets are encrypted with the module's key."
  }

  assert {
    condition     = aws_kms_key.eks[0].enable_key_rotation && aws_kms_key.eks[0].deletion_window_in_days == 7 && aws_kms_alias.eks[0].name == "alias/eks/mlops-test-cluster"
    error_message = "The key is rotated and waits seven days before it is deleted."
  }

  assert {
    condition = one([for statement in jsondecode(aws_kms_key.eks[0].policy).Statement : statement if statement.Sid == "ClusterLogs"]) == {
      Sid       = "ClusterLogs"
      Effect    = "Allow"
      Principal = { Service = "logs.eu-west-2.amazonaws.com" }
      Action    = ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey", "kms:GenerateDataKeyWithoutPlaintext", "kms:ReEncryptFrom", "kms:ReEncryptTo"]
      Resource  = "*"
      Condition = { ArnEquals = { "kms:EncryptionContext:aws:logs:arn" = "arn:aws:logs:eu-west-2:123456789012:log-group:/aws/eks/mlops-test-cluster/cluster" } }
    }
    error_message = "CloudWatch Logs may use the key for the cluster's log group alone."
  }

  assert {
    condition     = [for statement in jsondecode(aws_kms_key.eks[0].policy).Statement : statement.Principal.AWS if statement.Sid == "ClusterSecrets"] == [aws_iam_role.cluster.arn]
    error_message = "The cluster's role may use the key."
  }

  assert {
    condition     = aws_eks_cluster.main.access_config[0].authentication_mode == "API" && aws_eks_cluster.main.deletion_protection
    error_message = "Access is by entries, and deletion is refused."
  }

  assert {
    condition     = keys(aws_iam_role_policy_attachment.cluster) == ["AmazonEKSClusterPolicy", "AmazonEKSVPCResourceController"] && jsondecode(aws_iam_role.cluster.assume_role_policy).Statement[0].Principal.Service == "eks.amazonaws.com"
    error_message = "The control plane has its role."
  }

  assert {
    condition     = keys(aws_iam_role_policy_attachment.node) == ["AmazonEC2ContainerRegistryReadOnly", "AmazonEKSWorkerNodePolicy", "AmazonEKS_CNI_Policy"] && jsondecode(aws_iam_role.node.assume_role_policy).Statement[0].Principal.Service == "ec2.amazonaws.com"
    error_message = "Nodes have their role, without rights to volumes."
  }

  assert {
    condition     = aws_iam_openid_connect_provider.cluster.url == "https://oidc.eks.eu-west-2.amazonaws.com/id/0123456789ABCDEF0123456789ABCDEF" && tolist(aws_iam_openid_connect_provider.cluster.client_id_list) == tolist(["sts.amazonaws.com"])
    error_message = "Service accounts can assume roles."
  }

  assert {
    condition     = length(aws_iam_role.cluster_autoscaler) == 0 && length(aws_autoscaling_group_tag.node_template) == 0 && output.cluster_autoscaler_role_arn == null
    error_message = "The autoscaler is off unless asked for."
  }

  assert {
    condition     = length(aws_sqs_queue.termination) == 0 && output.node_termination_handler_role_arn == null && output.node_termination_queue_url == null
    error_message = "The termination handler is off unless asked for."
  }

  assert {
    condition     = output.cluster_ca_certificate == "bW9ja2Vk" && output.cluster_oidc_issuer_url == "https://oidc.eks.eu-west-2.amazonaws.com/id/0123456789ABCDEF0123456789ABCDEF" && output.log_group_name == "/aws/eks/mlops-test-cluster/cluster"
    error_message = "Outputs are those of the cluster."
  }
}

run "own_key_and_no_logs" {
  command = apply

  variables {
    kms_key_arn            = "arn:aws:kms:eu-west-2:123456789012:key/11111111-1111-1111-1111-111111111111"
    enable_cloudwatch_logs = false
    deletion_protection    = false
  }

  assert {
    condition     = length(aws_kms_key.eks) == 0 && length(aws_kms_alias.eks) == 0 && output.kms_key_arn == var.kms_key_arn
    error_message = "A given key is used and none is made."
  }

  assert {
    condition     = jsondecode(aws_iam_role_policy.cluster_encryption[0].policy).Statement[0].Resource == [var.kms_key_arn]
    error_message = "The cluster's role may use the given key."
  }

  assert {
    condition     = length(aws_cloudwatch_log_group.cluster) == 0 && length(aws_eks_cluster.main.enabled_cluster_log_types) == 0 && output.log_group_name == null
    error_message = "No logs are sent."
  }

  assert {
    condition     = !aws_eks_cluster.main.deletion_protection
    error_message = "Deletion can be allowed."
  }
}

run "public_endpoint" {
  command = plan

  variables {
    endpoint_public_access       = true
    endpoint_public_access_cidrs = ["203.0.113.0/24"]
  }

  assert {
    condition     = aws_eks_cluster.main.vpc_config[0].endpoint_public_access && toset(aws_eks_cluster.main.vpc_config[0].public_access_cidrs) == toset(["203.0.113.0/24"])
    error_message = "The public endpoint answers to the named range."
  }
}

run "access_entries" {
  command = plan

  variables {
    access_entries = {
      plan = {
        principal_arn = "arn:aws:iam::123456789012:role/plan"
        policies      = { AmazonEKSAdminViewPolicy = {} }
      }
      research = {
        principal_arn     = "arn:aws:iam::123456789012:role/research"
        kubernetes_groups = ["research"]
        policies          = { AmazonEKSEditPolicy = { namespaces = ["research"] } }
      }
    }
  }

  assert {
    condition     = keys(aws_eks_access_entry.main) == ["plan", "research"] && keys(aws_eks_access_policy_association.main) == ["plan/AmazonEKSAdminViewPolicy", "research/AmazonEKSEditPolicy"]
    error_message = "Entries and policies go by their names."
  }

  assert {
    condition     = aws_eks_access_policy_association.main["plan/AmazonEKSAdminViewPolicy"].access_scope[0].type == "cluster" && aws_eks_access_policy_association.main["plan/AmazonEKSAdminViewPolicy"].policy_arn == "arn:aws:eks::aws:cluster-access-policy/AmazonEKSAdminViewPolicy"
    error_message = "A policy without namespaces holds everywhere."
  }

  assert {
    condition     = aws_eks_access_policy_association.main["research/AmazonEKSEditPolicy"].access_scope[0].type == "namespace" && toset(aws_eks_access_policy_association.main["research/AmazonEKSEditPolicy"].access_scope[0].namespaces) == toset(["research"])
    error_message = "A policy with namespaces holds there alone."
  }
}

run "long_name" {
  command = plan

  variables {
    cluster_name = "a-cluster-with-a-name-so-long-that-the-names-of-its-roles-would-not-fit-into-sixty-four-characters"
  }

  assert {
    condition     = alltrue([for role in [aws_iam_role.cluster, aws_iam_role.node] : length(role.name) <= 64]) && startswith(aws_iam_role.node.name, "a-cluster-with-a-name-so-long-")
    error_message = "Names of roles fit."
  }
}

run "public_to_nobody_in_particular" {
  command = plan

  variables {
    endpoint_public_access = true
  }

  expect_failures = [var.endpoint_public_access_cidrs]
}

run "inputs_that_are_none" {
  command = plan

  variables {
    cluster_name       = "-cluster"
    kubernetes_version = "1.36.2"
    vpc_id             = "10.0.0.0/16"
    subnet_ids         = ["subnet-00000000000000000"]
    enabled_log_types  = ["kubelet"]
    log_retention_days = 8
    kms_key_arn        = "alias/mine"
  }

  expect_failures = [
    var.cluster_name,
    var.kubernetes_version,
    var.vpc_id,
    var.subnet_ids,
    var.enabled_log_types,
    var.log_retention_days,
    var.kms_key_arn,
  ]
}

run "access_that_eks_refuses" {
  command = plan

  variables {
    access_entries = {
      masters = {
        principal_arn     = "arn:aws:iam::123456789012:role/ops"
        kubernetes_groups = ["system:masters"]
      }
    }
  }

  expect_failures = [var.access_entries]
}
