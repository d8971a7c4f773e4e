mock_provider "aws" {
  mock_data "aws_region" {
    defaults = {
      region = "eu-west-2"
    }
  }

  mock_data "aws_partition" {
    defaults = {
      partition = "aws"
    }
  }

  mock_data "aws_caller_identity" {
    defaults = {
      account_id = "123456789012"
    }
  }

  mock_resource "aws_iam_role" {
    defaults = {
      arn = "arn:aws:iam::123456789012:role/vpc-flow-logs-mock"
    }
  }

  mock_resource "aws_cloudwatch_log_group" {
    defaults = {
      arn = "arn:aws:logs:eu-west-2:123456789012:log-group:/aws/vpc/mlops-test/flow-logs"
    }
  }
}

variables {
  name               = "mlops-test"
  cidr_block         = "10.155.48.0/20"
  availability_zones = ["eu-west-2a", "eu-west-2b"]
}

run "two_zones" {
  command = plan

  assert {
    condition     = keys(aws_subnet.private) == ["eu-west-2a", "eu-west-2b"] && keys(aws_subnet.public) == ["eu-west-2a", "eu-west-2b"]
    error_message = "There is a private and a public subnet a zone, by the name of the zone."
  }

  assert {
    condition     = [for zone in var.availability_zones : aws_subnet.private[zone].cidr_block] == ["10.155.48.0/22", "10.155.52.0/22"]
    error_message = "Private subnets have a quarter of the network each."
  }

  assert {
    condition     = [for zone in var.availability_zones : aws_subnet.public[zone].cidr_block] == ["10.155.60.0/24", "10.155.61.0/24"]
    error_message = "Public subnets have a sixteenth each, out of the last quarter."
  }

  assert {
    condition     = alltrue([for zone, subnet in aws_subnet.private : subnet.availability_zone == zone])
    error_message = "Each subnet is in its zone."
  }

  assert {
    condition     = keys(aws_nat_gateway.main) == ["eu-west-2a"] && keys(aws_eip.nat) == ["eu-west-2a"] && length(output.nat_public_ips) == 1
    error_message = "There is one NAT gateway."
  }

  assert {
    condition     = keys(aws_route.private_internet) == ["eu-west-2a", "eu-west-2b"] && alltrue([for route in aws_route.private_internet : route.destination_cidr_block == "0.0.0.0/0"])
    error_message = "Each private subnet has a way out."
  }

  assert {
    condition     = aws_subnet.private["eu-west-2a"].tags["kubernetes.io/role/internal-elb"] == "1" && aws_subnet.public["eu-west-2a"].tags["kubernetes.io/role/elb"] == "1"
    error_message = "Load balancers find their subnets."
  }

  assert {
    condition     = alltrue([for key in keys(aws_subnet.private["eu-west-2a"].tags) : !startswith(key, "kubernetes.io/cluster/")])
    error_message = "Without a cluster there is no tag of one."
  }

  assert {
    condition     = aws_vpc_endpoint.s3.service_name == "com.amazonaws.eu-west-2.s3" && aws_vpc_endpoint.s3.vpc_endpoint_type == "Gateway"
    error_message = "S3 is reached through a gateway endpoint."
  }

  assert {
    condition     = aws_vpc.main.enable_dns_support && aws_vpc.main.enable_dns_hostnames
    error_message = "EKS's private endpoint needs DNS."
  }

  assert {
    condition     = length(aws_flow_log.main) == 0 && length(aws_iam_role.flow_logs) == 0
    error_message = "Flow logs are off unless asked for."
  }

  assert {
    condition     = tolist(output.private_subnet_cidr_blocks) == tolist(["10.155.48.0/22", "10.155.52.0/22"]) && output.availability_zones == tolist(["eu-west-2a", "eu-west-2b"])
    error_message = "Outputs are in the order of the zones."
  }
}

run "a_gateway_each" {
  command = plan

  variables {
    availability_zones = ["eu-west-2c", "eu-west-2a", "eu-west-2b"]
    single_nat_gateway = false
    cluster_name       = "mlops-test-cluster"
    tags               = { team = "ml-platform" }
  }

  assert {
    condition     = keys(aws_nat_gateway.main) == ["eu-west-2a", "eu-west-2b", "eu-west-2c"] && length(output.nat_public_ips) == 3
    error_message = "There is a NAT gateway a zone."
  }

  assert {
    condition     = local.nat_of_zone == { eu-west-2a = "eu-west-2a", eu-west-2b = "eu-west-2b", eu-west-2c = "eu-west-2c" }
    error_message = "Each zone goes out by its own gateway."
  }

  assert {
    condition     = output.private_subnet_cidr_blocks[0] == "10.155.48.0/22" && aws_subnet.private["eu-west-2c"].cidr_block == "10.155.48.0/22"
    error_message = "Ranges follow the order in which zones are named."
  }

  assert {
    condition     = aws_subnet.public["eu-west-2b"].tags["kubernetes.io/cluster/mlops-test-cluster"] == "shared" && aws_subnet.public["eu-west-2b"].tags.team == "ml-platform"
    error_message = "Subnets carry the cluster's tag and your own."
  }
}

run "own_ranges" {
  command = plan

  variables {
    availability_zones   = ["a", "b", "c", "d"]
    private_subnet_cidrs = ["10.155.48.0/23", "10.155.50.0/23", "10.155.52.0/23", "10.155.54.0/23"]
    public_subnet_cidrs  = ["10.155.56.0/26", "10.155.56.64/26", "10.155.56.128/26", "10.155.56.192/26"]
  }

  assert {
    condition     = aws_subnet.private["d"].cidr_block == "10.155.54.0/23" && aws_subnet.public["b"].cidr_block == "10.155.56.64/26"
    error_message = "Given ranges are used."
  }
}

run "flow_logs" {
  command = apply

  variables {
    enable_flow_logs = true
  }

  assert {
    condition     = aws_cloudwatch_log_group.flow_logs[0].name == "/aws/vpc/mlops-test/flow-logs" && aws_cloudwatch_log_group.flow_logs[0].retention_in_days == 30
    error_message = "Flow logs go to a log group that forgets."
  }

  assert {
    condition     = jsondecode(aws_iam_role_policy.flow_logs[0].policy).Statement[0].Resource == ["arn:aws:logs:eu-west-2:123456789012:log-group:/aws/vpc/mlops-test/flow-logs:*"]
    error_message = "The role writes to that group alone."
  }

  assert {
    condition     = jsondecode(aws_iam_role.flow_logs[0].assume_role_policy).Statement[0].Condition.StringEquals["aws:SourceAccount"] == "123456789012"
    error_message = "The service acts for this account alone."
  }
}

run "one_zone" {
  command = plan

  variables {
    availability_zones = ["eu-west-2a"]
  }

  expect_failures = [var.availability_zones]
}

run "zone_twice" {
  command = plan

  variables {
    availability_zones = ["eu-west-2a", "eu-west-2a"]
  }

  expect_failures = [var.availability_zones]
}

run "four_zones_without_ranges" {
  command = plan

  variables {
    availability_zones = ["a", "b", "c", "d"]
  }

  expect_failures = [var.private_subnet_cidrs, var.public_subnet_cidrs]
}

run "ranges_and_zones_differ" {
  command = plan

  variables {
    private_subnet_cidrs = ["10.155.48.0/23"]
  }

  expect_failures = [var.private_subnet_cidrs]
}

run "range_that_is_none" {
  command = plan

  variables {
    cidr_block = "10.155.48.1/20"
  }

  expect_failures = [var.cidr_block]
}

run "range_too_large" {
  command = plan

  variables {
    cidr_block = "10.0.0.0/8"
  }

  expect_failures = [var.cidr_block]
}
