locals {
  autoscaler_policy = {
    Version = "2012-10-17"
    Statement = [
      {
        # These offer no resource-level permissions.
        Sid    = "Describe"
        Effect = "Allow"
        Action = [
          "autoscaling:DescribeAutoScalingGroups",
          "autoscaling:DescribeAutoScalingInstances",
          "autoscaling:DescribeLaunchConfigurations",
          "autoscaling:DescribeScalingActivities",
          "autoscaling:DescribeTags",
          "ec2:DescribeImages",
          "ec2:DescribeInstanceTypes",
          "ec2:DescribeLaunchTemplateVersions",
          "ec2:GetInstanceTypesFromInstanceRequirements",
        ]
        Resource = ["*"]
      },
      {
        Sid      = "DescribeNodeGroups"
        Effect   = "Allow"
        Action   = ["eks:DescribeNodegroup"]
        Resource = ["arn:${local.partition}:eks:${local.region}:${local.account}:nodegroup/${var.cluster_name}/*/*"]
      },
      {
        # EKS puts these tags on the groups behind its node groups; other clusters' groups carry other ones.
        Sid    = "Scale"
        Effect = "Allow"
        Action = [
          "autoscaling:SetDesiredCapacity",
          "autoscaling:TerminateInstanceInAutoScalingGroup",
        ]
        Resource = ["arn:${local.partition}:autoscaling:${local.region}:${local.account}:autoScalingGroup:*:autoScalingGroupName/*"]
        Condition = {
          StringEquals = {
            "aws:ResourceTag/k8s.io/cluster-autoscaler/enabled"             = "true"
            "aws:ResourceTag/k8s.io/cluster-autoscaler/${var.cluster_name}" = "owned"
          }
        }
      },
    ]
  }

  # Effects as EKS writes them and as Kubernetes does.
  taint_effects = {
    NO_SCHEDULE        = "NoSchedule"
    NO_EXECUTE         = "NoExecute"
    PREFER_NO_SCHEDULE = "PreferNoSchedule"
  }

  # A group without nodes says by these tags what its nodes would be like.
  node_template = "k8s.io/cluster-autoscaler/node-template"
  node_template_tags = {
    for name, group in local.node_groups : name => merge(
      { for label, value in group.labels : "${local.node_template}/label/${label}" => value },
      { for taint in group.taints : "${local.node_template}/taint/${taint.key}" => "${taint.value}:${local.taint_effects[taint.effect]}" },
      { "${local.node_template}/resources/ephemeral-storage" = "${group.disk_size}Gi" },
    )
  }

  autoscaling_group_tags = merge([
    for name, tags in local.node_template_tags : {
      for key, value in tags : "${name}/${key}" => { group = name, key = key, value = value }
    } if var.enable_cluster_autoscaler
  ]...)
}

resource "aws_iam_role" "cluster_autoscaler" {
  count = var.enable_cluster_autoscaler ? 1 : 0

  name               = "${local.role_prefix}-cluster-autoscaler"
  description        = "Cluster Autoscaler of the EKS cluster ${var.cluster_name}."
  assume_role_policy = jsonencode(local.irsa_trust["cluster-autoscaler"])

  tags = var.tags
}

resource "aws_iam_role_policy" "cluster_autoscaler" {
  count = var.enable_cluster_autoscaler ? 1 : 0

  name   = "scale-node-groups"
  role   = aws_iam_role.cluster_autoscaler[0].name
  policy = jsonencode(local.autoscaler_policy)
}

resource "aws_autoscaling_group_tag" "node_template" {
  for_each = local.autoscaling_group_tags

  autoscaling_group_name = aws_eks_node_group.main[each.value.group].resources[0].autoscaling_groups[0].name

  tag {
    key                 = each.value.key
    value               = each.value.value
    propagate_at_launch = false
  }
}
