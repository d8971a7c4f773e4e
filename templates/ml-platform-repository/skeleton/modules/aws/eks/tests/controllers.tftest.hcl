mock_provider "aws" {
  source = "./tests"
}

variables {
  cluster_name       = "mlops-test-cluster"
  kubernetes_version = "1.36"
  vpc_id             = "vpc-00000000000000000"
  subnet_ids         = ["subnet-00000000000000000", "subnet-11111111111111111"]
}

run "addons" {
  command = apply

  assert {
    condition     = keys(aws_eks_addon.addons) == ["aws-ebs-csi-driver", "coredns", "kube-proxy", "vpc-cni"]
    error_message = "Network, names and volumes are there from the start."
  }

  assert {
    condition     = alltrue([for addon in aws_eks_addon.addons : addon.resolve_conflicts_on_create == "OVERWRITE" && addon.resolve_conflicts_on_update == "OVERWRITE"])
    error_message = "Add-ons overwrite what they find."
  }

  assert {
    condition     = jsondecode(aws_eks_addon.addons["aws-ebs-csi-driver"].configuration_values).defaultStorageClass.enabled && aws_eks_addon.addons["aws-ebs-csi-driver"].service_account_role_arn == aws_iam_role.addon["aws-ebs-csi-driver"].arn
    error_message = "Volumes have a default storage class, and their driver a role."
  }

  assert {
    condition     = aws_iam_role_policy_attachment.addon["aws-ebs-csi-driver"].policy_arn == "arn:aws:iam::aws:policy/service-role/AmazonEBSCSIDriverPolicy"
    error_message = "The driver may manage volumes."
  }

  assert {
    condition = jsondecode(aws_iam_role.addon["aws-ebs-csi-driver"].assume_role_policy).Statement[0].Condition.StringEquals == {
      "oidc.eks.eu-west-2.amazonaws.com/id/0123456789ABCDEF0123456789ABCDEF:aud" = "sts.amazonaws.com"
      "oidc.eks.eu-west-2.amazonaws.com/id/0123456789ABCDEF0123456789ABCDEF:sub" = "system:serviceaccount:kube-system:ebs-csi-controller-sa"
    }
    error_message = "Only the driver's service account assumes its role."
  }
}

run "addons_of_the_environment" {
  command = apply

  variables {
    addons = [
      {
        addon_name               = "aws-ebs-csi-driver"
        addon_version            = "v1.32.0-eksbuild.1"
        service_account_role_arn = "arn:aws:iam::123456789012:role/AmazonEKS_EBS_CSI_DriverRole"
      },
      { addon_name = "aws-efs-csi-driver" },
      { addon_name = "vpc-cni", configuration_values = "{\"enableNetworkPolicy\":\"true\"}" },
    ]
  }

  assert {
    condition     = keys(aws_eks_addon.addons) == ["aws-ebs-csi-driver", "aws-efs-csi-driver", "coredns", "kube-proxy", "vpc-cni"]
    error_message = "Named add-ons join those that are always there."
  }

  assert {
    condition     = aws_eks_addon.addons["aws-ebs-csi-driver"].addon_version == "v1.32.0-eksbuild.1" && aws_eks_addon.addons["aws-ebs-csi-driver"].service_account_role_arn == "arn:aws:iam::123456789012:role/AmazonEKS_EBS_CSI_DriverRole"
    error_message = "Version and role are those that are given."
  }

  assert {
    condition     = keys(aws_iam_role.addon) == ["aws-efs-csi-driver"] && aws_iam_role_policy_attachment.addon["aws-efs-csi-driver"].policy_arn == "arn:aws:iam::aws:policy/service-role/AmazonEFSCSIDriverPolicy"
    error_message = "A driver without a role gets one."
  }

  assert {
    condition     = jsondecode(aws_eks_addon.addons["vpc-cni"].configuration_values).enableNetworkPolicy == "true"
    error_message = "Settings of the three can be given."
  }
}

run "no_further_addons" {
  command = plan

  variables {
    enable_addons = false
    addons = [
      { addon_name = "aws-efs-csi-driver" },
      { addon_name = "coredns", addon_version = "v1.12.0-eksbuild.1" },
    ]
  }

  assert {
    condition     = keys(aws_eks_addon.addons) == ["coredns", "kube-proxy", "vpc-cni"] && aws_eks_addon.addons["coredns"].addon_version == "v1.12.0-eksbuild.1"
    error_message = "The three are there in any case."
  }
}

run "autoscaler" {
  command = apply

  variables {
    enable_cluster_autoscaler = true
  }

  assert {
    condition     = aws_iam_role.cluster_autoscaler[0].name == "mlops-test-cluster-cluster-autoscaler" && jsondecode(aws_iam_role.cluster_autoscaler[0].assume_role_policy).Statement[0].Condition.StringEquals["oidc.eks.eu-west-2.amazonaws.com/id/0123456789ABCDEF0123456789ABCDEF:sub"] == "system:serviceaccount:kube-system:cluster-autoscaler"
    error_message = "Only the autoscaler's service account assumes its role."
  }

  assert {
    condition = [for statement in jsondecode(aws_iam_role_policy.cluster_autoscaler[0].policy).Statement : statement.Condition if statement.Sid == "Scale"] == [{
      StringEquals = {
        "aws:ResourceTag/k8s.io/cluster-autoscaler/enabled"            = "true"
        "aws:ResourceTag/k8s.io/cluster-autoscaler/mlops-test-cluster" = "owned"
      }
    }]
    error_message = "The autoscaler scales groups of this cluster alone."
  }

  assert {
    condition     = alltrue(flatten([for statement in jsondecode(aws_iam_role_policy.cluster_autoscaler[0].policy).Statement : [for action in statement.Action : !strcontains(action, "*")]]))
    error_message = "Every action is named."
  }

  assert {
    condition     = { for key, tag in aws_autoscaling_group_tag.node_template : tag.tag[0].key => tag.tag[0].value if startswith(key, "gpu/") } == { "k8s.io/cluster-autoscaler/node-template/label/nvidia.com/gpu" = "true", "k8s.io/cluster-autoscaler/node-template/label/ray.io/node-type" = "worker", "k8s.io/cluster-autoscaler/node-template/label/ray.io/resource-type" = "gpu", "k8s.io/cluster-autoscaler/node-template/resources/ephemeral-storage" = "200Gi", "k8s.io/cluster-autoscaler/node-template/taint/nvidia.com/gpu" = "true:NoSchedule" }
    error_message = "An empty GPU group says what its nodes would be like."
  }

  assert {
    condition     = output.cluster_autoscaler_role_arn != null
    error_message = "The role is given to the release of the autoscaler."
  }
}

run "termination_handler" {
  command = apply

  variables {
    enable_node_termination_handler = true
    self_managed_autoscaling_groups = ["legacy-gpu"]
  }

  assert {
    condition     = jsondecode(aws_iam_role_policy.node_termination_handler[0].policy).Statement[0] == { Sid = "Queue", Effect = "Allow", Action = ["sqs:DeleteMessage", "sqs:ReceiveMessage"], Resource = ["arn:aws:sqs:eu-west-2:123456789012:mlops-test-cluster-node-termination"] }
    error_message = "The handler reads its own queue and no other."
  }

  assert {
    condition     = jsondecode(aws_iam_role_policy.node_termination_handler[0].policy).Statement[1].Resource == ["arn:aws:autoscaling:eu-west-2:123456789012:autoScalingGroup:*:autoScalingGroupName/legacy-gpu"]
    error_message = "The handler lets instances of the named groups go, and no others."
  }

  assert {
    condition     = keys(aws_cloudwatch_event_rule.termination) == ["asg-terminate", "rebalance", "scheduled-change", "spot-interruption", "state-change"] && keys(aws_cloudwatch_event_target.termination) == keys(aws_cloudwatch_event_rule.termination)
    error_message = "The queue hears of all that ends a node."
  }

  assert {
    condition     = jsondecode(aws_cloudwatch_event_rule.termination["asg-terminate"].event_pattern).detail.AutoScalingGroupName == ["legacy-gpu"]
    error_message = "Lifecycle actions are those of the named groups."
  }

  assert {
    condition     = toset(jsondecode(aws_sqs_queue_policy.termination[0].policy).Statement[0].Condition.ArnEquals["aws:SourceArn"]) == toset([for rule in aws_cloudwatch_event_rule.termination : "arn:aws:events:eu-west-2:123456789012:rule/${rule.name}"])
    error_message = "Only the module's rules write to the queue."
  }

  assert {
    condition     = keys(aws_autoscaling_lifecycle_hook.termination) == ["legacy-gpu"] && aws_autoscaling_lifecycle_hook.termination["legacy-gpu"].lifecycle_transition == "autoscaling:EC2_INSTANCE_TERMINATING" && aws_autoscaling_group_tag.termination["legacy-gpu"].tag[0].key == "aws-node-termination-handler/managed"
    error_message = "The named group waits for the handler and is marked for it."
  }

  assert {
    condition     = output.node_termination_handler_role_arn != null && output.node_termination_queue_url == "https://sqs.eu-west-2.amazonaws.com/123456789012/mlops-test-cluster-node-termination"
    error_message = "Role and queue are given to the release of the handler."
  }
}

run "termination_handler_without_a_job" {
  command = plan

  variables {
    enable_node_termination_handler = true
  }

  expect_failures = [check.termination_handler_has_a_job]
}

run "addon_twice" {
  command = plan

  variables {
    addons = [{ addon_name = "coredns" }, { addon_name = "coredns", configuration_values = "replicas: 3" }]
  }

  expect_failures = [var.addons]
}
