locals {
  cluster_security_group_id = aws_eks_cluster.main.vpc_config[0].cluster_security_group_id

  private_ranges = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"]

  # Kubelet, webhooks and aggregated APIs, which pods serve on ports of their own choice.
  control_plane_ports = {
    https      = { from = 443, to = 443 }
    unreserved = { from = 1025, to = 65535 }
  }
}

# The only group of the nodes. EKS's cluster group, which lets everything out, is not put
# on them; the rules below stand in for what it allows.
resource "aws_security_group" "node" {
  name_prefix = "${local.role_prefix}-node-"
  description = "Nodes and pods of the EKS cluster ${var.cluster_name}."
  vpc_id      = var.vpc_id

  tags = merge(var.tags, {
    Name                                        = "${var.cluster_name}-node"
    "kubernetes.io/cluster/${var.cluster_name}" = "owned"
  })

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_ingress_rule" "node_self" {
  security_group_id            = aws_security_group.node.id
  description                  = "Nodes and pods among themselves; Ray picks its ports freely"
  referenced_security_group_id = aws_security_group.node.id
  ip_protocol                  = "-1"

  tags = var.tags
}

resource "aws_vpc_security_group_ingress_rule" "node_cluster" {
  for_each = local.control_plane_ports

  security_group_id            = aws_security_group.node.id
  description                  = "Control plane to nodes and pods"
  referenced_security_group_id = local.cluster_security_group_id
  ip_protocol                  = "tcp"
  from_port                    = each.value.from
  to_port                      = each.value.to

  tags = var.tags
}

resource "aws_vpc_security_group_ingress_rule" "cluster_node" {
  security_group_id            = local.cluster_security_group_id
  description                  = "Nodes and pods to the API server"
  referenced_security_group_id = aws_security_group.node.id
  ip_protocol                  = "tcp"
  from_port                    = 443
  to_port                      = 443

  tags = var.tags
}

resource "aws_vpc_security_group_egress_rule" "node_self" {
  security_group_id            = aws_security_group.node.id
  description                  = "Nodes and pods among themselves, whatever the range of the network"
  referenced_security_group_id = aws_security_group.node.id
  ip_protocol                  = "-1"

  tags = var.tags
}

resource "aws_vpc_security_group_egress_rule" "node_cluster" {
  security_group_id            = aws_security_group.node.id
  description                  = "API server"
  referenced_security_group_id = local.cluster_security_group_id
  ip_protocol                  = "tcp"
  from_port                    = 443
  to_port                      = 443

  tags = var.tags
}

resource "aws_vpc_security_group_egress_rule" "node_private" {
  for_each = toset(local.private_ranges)

  security_group_id = aws_security_group.node.id
  description       = "Private networks"
  cidr_ipv4         = each.key
  ip_protocol       = "-1"

  tags = var.tags
}

resource "aws_vpc_security_group_egress_rule" "node_https" {
  for_each = toset(var.node_egress_https_cidrs)

  security_group_id = aws_security_group.node.id
  description       = "Registry, S3 and AWS APIs"
  cidr_ipv4         = each.key
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443

  tags = var.tags
}

resource "aws_vpc_security_group_egress_rule" "node_extra" {
  for_each = var.node_egress_rules

  security_group_id = aws_security_group.node.id
  description       = each.key
  cidr_ipv4         = each.value.cidr_block
  ip_protocol       = each.value.protocol
  from_port         = each.value.from_port
  to_port           = each.value.to_port

  tags = var.tags
}
