mock_provider "aws" {
  source = "./tests"
}

variables {
  cluster_name       = "mlops-test-cluster"
  kubernetes_version = "1.36"
  vpc_id             = "vpc-00000000000000000"
  subnet_ids         = ["subnet-00000000000000000", "subnet-11111111111111111"]
}

run "two_groups" {
  command = plan

  assert {
    condition     = keys(aws_eks_node_group.main) == ["cpu", "gpu"] && keys(aws_launch_template.node) == ["cpu", "gpu"]
    error_message = "There are CPU and GPU nodes."
  }

  assert {
    condition     = aws_eks_node_group.main["cpu"].capacity_type == "ON_DEMAND" && aws_eks_node_group.main["cpu"].instance_types == tolist(["m5.xlarge", "m5.2xlarge"]) && aws_eks_node_group.main["cpu"].ami_type == "AL2023_x86_64_STANDARD"
    error_message = "CPU nodes are on demand, of the instance types of the seed."
  }

  assert {
    condition     = aws_eks_node_group.main["cpu"].scaling_config[0].min_size == 2 && aws_eks_node_group.main["cpu"].scaling_config[0].desired_size == 3 && aws_eks_node_group.main["cpu"].scaling_config[0].max_size == 10
    error_message = "There are 2 to 10 CPU nodes, 3 at first."
  }

  assert {
    condition     = aws_eks_node_group.main["cpu"].labels == tomap({ "ray.io/node-type" = "worker", "ray.io/resource-type" = "cpu" }) && length(aws_eks_node_group.main["cpu"].taint) == 0
    error_message = "CPU nodes carry the labels by which Ray finds them."
  }

  assert {
    condition     = aws_eks_node_group.main["gpu"].capacity_type == "SPOT" && aws_eks_node_group.main["gpu"].instance_types == tolist(["g4dn.xlarge", "g4dn.2xlarge"]) && aws_eks_node_group.main["gpu"].ami_type == "AL2023_x86_64_NVIDIA"
    error_message = "GPU nodes are spot instances with drivers."
  }

  assert {
    condition     = aws_eks_node_group.main["gpu"].scaling_config[0].min_size == 0 && aws_eks_node_group.main["gpu"].scaling_config[0].desired_size == 0 && aws_eks_node_group.main["gpu"].scaling_config[0].max_size == 5
    error_message = "There are 0 to 5 GPU nodes, none at first."
  }

  assert {
    condition     = aws_eks_node_group.main["gpu"].labels["ray.io/resource-type"] == "gpu" && aws_eks_node_group.main["gpu"].labels["nvidia.com/gpu"] == "true"
    error_message = "GPU nodes carry the labels by which Ray and the device plugin find them."
  }

  assert {
    condition     = [for taint in aws_eks_node_group.main["gpu"].taint : "${taint.key}=${taint.value}:${taint.effect}"] == ["nvidia.com/gpu=true:NO_SCHEDULE"]
    error_message = "What needs no GPU stays away from GPU nodes."
  }

  assert {
    condition     = { for name, template in aws_launch_template.node : name => template.block_device_mappings[0].ebs[0].volume_size } == { cpu = 100, gpu = 200 }
    error_message = "Disks have 100 and 200 GiB."
  }

  assert {
    condition     = alltrue([for template in aws_launch_template.node : template.block_device_mappings[0].ebs[0].volume_type == "gp3" && tobool(template.block_device_mappings[0].ebs[0].encrypted) && template.block_device_mappings[0].ebs[0].iops == 3000 && template.block_device_mappings[0].device_name == "/dev/xvda"])
    error_message = "Disks are gp3 with 3000 IOPS, encrypted."
  }

  assert {
    condition     = alltrue([for template in aws_launch_template.node : template.metadata_options[0].http_tokens == "required" && template.metadata_options[0].http_put_response_hop_limit == 1])
    error_message = "Metadata is given for session tokens only, and not to pods."
  }

  assert {
    condition     = alltrue([for template in aws_launch_template.node : template.user_data == null])
    error_message = "The image brings the drivers; nothing is installed at start."
  }

  assert {
    condition     = { for name, group in aws_eks_node_group.main : name => group.node_group_name_prefix } == { cpu = "cpu-", gpu = "gpu-" }
    error_message = "Names leave room for the successor of a group."
  }
}

run "flat_values_are_the_gpu_group" {
  command = plan

  variables {
    ami_type       = "AL2_x86_64_GPU"
    capacity_type  = "ON_DEMAND"
    instance_types = ["g4dn.xlarge"]
    desired_size   = 1
    max_size       = 1
    min_size       = 1
  }

  assert {
    condition     = aws_eks_node_group.main["gpu"].ami_type == "AL2_x86_64_GPU" && aws_eks_node_group.main["gpu"].capacity_type == "ON_DEMAND" && aws_eks_node_group.main["gpu"].instance_types == tolist(["g4dn.xlarge"]) && aws_eks_node_group.main["gpu"].scaling_config[0].min_size == 1
    error_message = "Flat values describe the GPU group."
  }

  assert {
    condition     = aws_eks_node_group.main["cpu"].ami_type == "AL2023_x86_64_STANDARD" && aws_eks_node_group.main["cpu"].scaling_config[0].max_size == 10
    error_message = "Flat values leave the CPU group alone."
  }
}

run "groups_by_name" {
  command = plan

  variables {
    ami_type       = "AL2023_x86_64_NVIDIA"
    capacity_type  = "SPOT"
    instance_types = ["g5.xlarge"]
    desired_size   = 0
    max_size       = 4
    min_size       = 0
    node_groups = {
      system = {
        ami_type       = "BOTTLEROCKET_ARM_64"
        capacity_type  = "ON_DEMAND"
        instance_types = ["m7g.large"]
        desired_size   = 2
        max_size       = 3
        min_size       = 2
        labels         = { pool = "system" }
        taints         = { critical = { key = "CriticalAddonsOnly", effect = "NO_EXECUTE" } }
      }
      gpu = {
        disk_size = 500
      }
    }
  }

  assert {
    condition     = keys(aws_eks_node_group.main) == ["gpu", "system"]
    error_message = "The groups are those that are named."
  }

  assert {
    condition     = aws_eks_node_group.main["gpu"].instance_types == tolist(["g5.xlarge"]) && aws_eks_node_group.main["gpu"].scaling_config[0].max_size == 4 && aws_launch_template.node["gpu"].block_device_mappings[0].ebs[0].volume_size == 500
    error_message = "What a group leaves out is as the flat values."
  }

  assert {
    condition     = aws_eks_node_group.main["system"].labels == tomap({ pool = "system" }) && [for taint in aws_eks_node_group.main["system"].taint : "${taint.key}:${taint.effect}"] == ["CriticalAddonsOnly:NO_EXECUTE"]
    error_message = "Labels and taints are those of the group."
  }

  assert {
    condition     = aws_launch_template.node["system"].block_device_mappings[0].device_name == "/dev/xvdb"
    error_message = "Bottlerocket's data disk is the second one."
  }
}

run "no_gpu" {
  command = plan

  variables {
    enable_gpu_nodes = false
  }

  assert {
    condition     = keys(aws_eks_node_group.main) == ["cpu"]
    error_message = "GPU nodes can be left out."
  }
}

run "network" {
  command = plan

  variables {
    node_egress_rules = {
      git-ssh = { protocol = "tcp", from_port = 22, to_port = 22, cidr_block = "140.82.112.0/20" }
    }
  }

  assert {
    condition     = keys(aws_vpc_security_group_egress_rule.node_private) == ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"] && alltrue([for rule in aws_vpc_security_group_egress_rule.node_private : rule.ip_protocol == "-1"])
    error_message = "Nodes reach private networks."
  }

  assert {
    condition     = keys(aws_vpc_security_group_egress_rule.node_https) == ["0.0.0.0/0"] && aws_vpc_security_group_egress_rule.node_https["0.0.0.0/0"].from_port == 443 && aws_vpc_security_group_egress_rule.node_https["0.0.0.0/0"].to_port == 443 && aws_vpc_security_group_egress_rule.node_https["0.0.0.0/0"].ip_protocol == "tcp"
    error_message = "Nodes reach the registry, S3 and the APIs of AWS."
  }

  assert {
    condition     = aws_vpc_security_group_egress_rule.node_extra["git-ssh"].from_port == 22 && aws_vpc_security_group_egress_rule.node_extra["git-ssh"].cidr_ipv4 == "140.82.112.0/20"
    error_message = "Further ways out can be opened."
  }

  assert {
    condition     = aws_vpc_security_group_ingress_rule.node_self.ip_protocol == "-1" && aws_vpc_security_group_egress_rule.node_self.ip_protocol == "-1"
    error_message = "Nodes and pods talk to each other freely."
  }

  assert {
    condition     = { for name, rule in aws_vpc_security_group_ingress_rule.node_cluster : name => "${rule.from_port}-${rule.to_port}" } == { https = "443-443", unreserved = "1025-65535" } && aws_vpc_security_group_ingress_rule.cluster_node.from_port == 443
    error_message = "Control plane and nodes reach each other."
  }

  assert {
    condition     = aws_security_group.node.tags["kubernetes.io/cluster/mlops-test-cluster"] == "owned"
    error_message = "Load balancers find the nodes' group."
  }
}

run "sizes_out_of_order" {
  command = plan

  variables {
    node_groups = { cpu = { min_size = 5, desired_size = 3, max_size = 4 } }
  }

  expect_failures = [aws_eks_node_group.main]
}

run "image_of_another_kind" {
  command = plan

  variables {
    node_groups = { windows = { ami_type = "WINDOWS_CORE_2022_x86_64" } }
  }

  expect_failures = [aws_eks_node_group.main]
}

run "capacity_that_does_not_exist" {
  command = plan

  variables {
    capacity_type = "SPOTS"
  }

  expect_failures = [aws_eks_node_group.main]
}

run "names_and_taints" {
  command = plan

  variables {
    node_groups = {
      "gpu nodes" = { taints = { gpu = { key = "nvidia.com/gpu", effect = "NoSchedule" } } }
    }
  }

  expect_failures = [var.node_groups]
}

run "gpu_nodes_alone" {
  command = plan

  variables {
    node_groups = { gpu = { min_size = 1, desired_size = 1, max_size = 1 } }
  }

  expect_failures = [check.pods_have_a_node]
}
