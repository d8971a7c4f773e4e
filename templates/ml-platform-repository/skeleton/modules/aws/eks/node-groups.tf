locals {
  # What the two kinds of nodes are like unless something else is said.
  node_kinds = {
    cpu = {
      ami_type       = "AL2023_x86_64_STANDARD"
      capacity_type  = "ON_DEMAND"
      instance_types = tolist(["m5.xlarge", "m5.2xlarge"])
      min_size       = 2
      desired_size   = 3
      max_size       = 10
      disk_size      = 100
      labels = tomap({
        "ray.io/node-type"     = "worker"
        "ray.io/resource-type" = "cpu"
      })
      taints = tomap({})
    }
    gpu = {
      ami_type       = "AL2023_x86_64_NVIDIA"
      capacity_type  = "SPOT"
      instance_types = tolist(["g4dn.xlarge", "g4dn.2xlarge"])
      min_size       = 0
      desired_size   = 0
      max_size       = 5
      disk_size      = 200
      labels = tomap({
        "ray.io/node-type"     = "worker"
        "ray.io/resource-type" = "gpu"
        "nvidia.com/gpu"       = "true"
      })
      taints = tomap({
        nvidia-com-gpu = { key = "nvidia.com/gpu", value = "true", effect = "NO_SCHEDULE" }
      })
    }
  }

  group_names = length(var.node_groups) > 0 ? keys(var.node_groups) : concat(["cpu"], var.enable_gpu_nodes ? ["gpu"] : [])

  # Each group's own words, or nothing where no groups are named.
  said = { for name in local.group_names : name => lookup(var.node_groups, name, null) }

  kind = {
    for name in local.group_names : name => local.node_kinds[
      name == "gpu" || anytrue([for taint in try(values(local.said[name].taints), []) : taint.key == "nvidia.com/gpu"]) ? "gpu" : "cpu"
    ]
  }

  # The flat variables describe every group that is named, or, where none is, the group gpu.
  flat = {
    for name in local.group_names : name => {
      ami_type       = length(var.node_groups) > 0 || name == "gpu" ? var.ami_type : null
      capacity_type  = length(var.node_groups) > 0 || name == "gpu" ? var.capacity_type : null
      instance_types = length(var.node_groups) > 0 || name == "gpu" ? var.instance_types : null
      min_size       = length(var.node_groups) > 0 || name == "gpu" ? var.min_size : null
      desired_size   = length(var.node_groups) > 0 || name == "gpu" ? var.desired_size : null
      max_size       = length(var.node_groups) > 0 || name == "gpu" ? var.max_size : null
    }
  }

  node_groups = {
    for name in local.group_names : name => {
      ami_type       = coalesce(try(local.said[name].ami_type, null), local.flat[name].ami_type, local.kind[name].ami_type)
      capacity_type  = coalesce(try(local.said[name].capacity_type, null), local.flat[name].capacity_type, local.kind[name].capacity_type)
      instance_types = coalescelist(try(coalesce(local.said[name].instance_types), []), try(coalesce(local.flat[name].instance_types), []), local.kind[name].instance_types)
      min_size       = coalesce(try(local.said[name].min_size, null), local.flat[name].min_size, local.kind[name].min_size)
      desired_size   = coalesce(try(local.said[name].desired_size, null), local.flat[name].desired_size, local.kind[name].desired_size)
      max_size       = coalesce(try(local.said[name].max_size, null), local.flat[name].max_size, local.kind[name].max_size)
      disk_size      = coalesce(try(local.said[name].disk_size, null), local.kind[name].disk_size)
      labels         = try(coalesce(local.said[name].labels), local.kind[name].labels)
      taints         = try(coalesce(local.said[name].taints), local.kind[name].taints)
    }
  }
}

resource "aws_launch_template" "node" {
  for_each = local.node_groups

  name_prefix            = "${local.role_prefix}-${each.key}-"
  description            = "Node group ${each.key} of ${var.cluster_name}"
  update_default_version = true
  vpc_security_group_ids = [aws_security_group.node.id]

  # Session tokens only, and none beyond the node itself: pods do not get the node's role.
  metadata_options {
    http_endpoint               = "enabled"
    http_tokens                 = "required"
    http_put_response_hop_limit = 1
  }

  block_device_mappings {
    # Bottlerocket keeps images and data on its second disk.
    device_name = startswith(each.value.ami_type, "BOTTLEROCKET_") ? "/dev/xvdb" : "/dev/xvda"

    ebs {
      volume_size           = each.value.disk_size
      volume_type           = "gp3"
      iops                  = 3000
      encrypted             = true
      delete_on_termination = true
    }
  }

  dynamic "tag_specifications" {
    for_each = toset(["instance", "volume", "network-interface"])

    content {
      resource_type = tag_specifications.value
      tags          = merge(var.tags, { Name = "${var.cluster_name}-${each.key}" })
    }
  }

  tags = var.tags

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_eks_node_group" "main" {
  for_each = local.node_groups

  cluster_name           = aws_eks_cluster.main.name
  node_group_name_prefix = "${each.key}-"
  node_role_arn          = aws_iam_role.node.arn
  subnet_ids             = var.subnet_ids
  version                = aws_eks_cluster.main.version

  ami_type       = each.value.ami_type
  capacity_type  = each.value.capacity_type
  instance_types = each.value.instance_types
  labels         = each.value.labels

  launch_template {
    id      = aws_launch_template.node[each.key].id
    version = aws_launch_template.node[each.key].latest_version
  }

  scaling_config {
    min_size     = each.value.min_size
    desired_size = each.value.desired_size
    max_size     = each.value.max_size
  }

  update_config {
    max_unavailable_percentage = 33
  }

  dynamic "taint" {
    for_each = each.value.taints

    content {
      key    = taint.value.key
      value  = taint.value.value == "" ? null : taint.value.value
      effect = taint.value.effect
    }
  }

  tags = merge(var.tags, { Name = "${var.cluster_name}-${each.key}" })

  lifecycle {
    create_before_destroy = true

    # The autoscaler's business once the group exists.
    ignore_changes = [scaling_config[0].desired_size]

    precondition {
      condition     = contains(["ON_DEMAND", "SPOT"], each.value.capacity_type)
      error_message = "Node group ${each.key}: capacity_type is ON_DEMAND or SPOT, not ${each.value.capacity_type}."
    }

    precondition {
      condition     = can(regex("^(AL2023|AL2|BOTTLEROCKET)_", each.value.ami_type))
      error_message = "Node group ${each.key}: this module makes Linux nodes of EKS's own images (AL2023_..., BOTTLEROCKET_..., AL2_... before Kubernetes 1.33), not ${each.value.ami_type}."
    }

    precondition {
      condition     = each.value.min_size >= 0 && each.value.min_size <= each.value.desired_size && each.value.desired_size <= each.value.max_size && each.value.max_size >= 1
      error_message = "Node group ${each.key}: sizes must satisfy 0 <= min_size <= desired_size <= max_size and max_size >= 1; they are ${each.value.min_size}, ${each.value.desired_size} and ${each.value.max_size}."
    }

    precondition {
      condition     = each.value.disk_size >= 20 && each.value.disk_size <= 16384
      error_message = "Node group ${each.key}: disk_size is 20 to 16384 GiB."
    }
  }

  # A node that starts without its rights or rules never joins; one that outlives them cannot be drained.
  depends_on = [
    aws_iam_role_policy_attachment.node,
    aws_vpc_security_group_egress_rule.node_cluster,
    aws_vpc_security_group_egress_rule.node_extra,
    aws_vpc_security_group_egress_rule.node_https,
    aws_vpc_security_group_egress_rule.node_private,
    aws_vpc_security_group_egress_rule.node_self,
    aws_vpc_security_group_ingress_rule.cluster_node,
    aws_vpc_security_group_ingress_rule.node_cluster,
    aws_vpc_security_group_ingress_rule.node_self,
  ]
}

check "pods_have_a_node" {
  assert {
    condition = anytrue([
      for group in local.node_groups : group.desired_size > 0 && alltrue([
        for taint in group.taints : taint.effect == "PREFER_NO_SCHEDULE" || taint.key == "CriticalAddonsOnly"
      ])
    ])
    error_message = "No node group has nodes at first that take pods without tolerations: coredns would wait for a node, and the apply for coredns. Give a group without taints a desired_size of 1 or more."
  }
}
