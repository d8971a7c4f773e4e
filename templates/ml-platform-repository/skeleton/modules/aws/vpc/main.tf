data "aws_region" "current" {}

locals {
  private_cidrs = coalesce(
    var.private_subnet_cidrs,
    [for index in range(length(var.availability_zones)) : try(cidrsubnet(var.cidr_block, 2, index), null)],
  )
  public_cidrs = coalesce(
    var.public_subnet_cidrs,
    [for index in range(length(var.availability_zones)) : try(cidrsubnet(var.cidr_block, 4, index + 12), null)],
  )

  private_subnets = zipmap(var.availability_zones, local.private_cidrs)
  public_subnets  = zipmap(var.availability_zones, local.public_cidrs)

  # Zones that have a gateway, and the gateway that each zone goes through.
  nat_zones    = var.single_nat_gateway ? [var.availability_zones[0]] : var.availability_zones
  nat_of_zone  = { for zone in var.availability_zones : zone => var.single_nat_gateway ? var.availability_zones[0] : zone }
  cluster_tags = var.cluster_name == null ? {} : { "kubernetes.io/cluster/${var.cluster_name}" = "shared" }
}

resource "aws_vpc" "main" {
  cidr_block           = var.cidr_block
  enable_dns_support   = true
  enable_dns_hostnames = true

  tags = merge(var.tags, { Name = var.name })
}

# Whatever is put into the network without a group of its own reaches nothing.
resource "aws_default_security_group" "main" {
  vpc_id = aws_vpc.main.id

  tags = merge(var.tags, { Name = "${var.name}-default" })
}

resource "aws_internet_gateway" "main" {
  vpc_id = aws_vpc.main.id

  tags = merge(var.tags, { Name = var.name })
}

resource "aws_subnet" "public" {
  for_each = local.public_subnets

  vpc_id            = aws_vpc.main.id
  availability_zone = each.key
  cidr_block        = each.value

  tags = merge(var.tags, local.cluster_tags, {
    Name                     = "${var.name}-public-${each.key}"
    "kubernetes.io/role/elb" = "1"
  })
}

resource "aws_subnet" "private" {
  for_each = local.private_subnets

  vpc_id            = aws_vpc.main.id
  availability_zone = each.key
  cidr_block        = each.value

  tags = merge(var.tags, local.cluster_tags, {
    Name                              = "${var.name}-private-${each.key}"
    "kubernetes.io/role/internal-elb" = "1"
  })
}

resource "aws_eip" "nat" {
  for_each = toset(local.nat_zones)

  domain = "vpc"

  tags = merge(var.tags, { Name = "${var.name}-nat-${each.key}" })

  depends_on = [aws_internet_gateway.main]
}

resource "aws_nat_gateway" "main" {
  for_each = toset(local.nat_zones)

  allocation_id = aws_eip.nat[each.key].id
  subnet_id     = aws_subnet.public[each.key].id

  tags = merge(var.tags, { Name = "${var.name}-${each.key}" })

  depends_on = [aws_internet_gateway.main]
}
