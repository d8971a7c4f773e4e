locals {
  cluster_trust = {
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "eks.amazonaws.com" }
    }]
  }

  node_trust = {
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "ec2.${data.aws_partition.current.dns_suffix}" }
    }]
  }

  # A key of your own need not name the cluster's role; the role's policy does it then.
  cluster_encryption_policy = {
    Version = "2012-10-17"
    Statement = [{
      Sid    = "Secrets"
      Effect = "Allow"
      Action = [
        "kms:Decrypt",
        "kms:DescribeKey",
        "kms:Encrypt",
        "kms:ListGrants",
      ]
      Resource = [var.kms_key_arn]
    }]
  }
}

resource "aws_iam_role" "cluster" {
  name               = "${local.role_prefix}-cluster"
  description        = "Control plane of the EKS cluster ${var.cluster_name}."
  assume_role_policy = jsonencode(local.cluster_trust)

  tags = var.tags
}

resource "aws_iam_role_policy_attachment" "cluster" {
  for_each = toset([
    "AmazonEKSClusterPolicy",
    "AmazonEKSVPCResourceController",
  ])

  role       = aws_iam_role.cluster.name
  policy_arn = "arn:${local.partition}:iam::aws:policy/${each.key}"
}

resource "aws_iam_role_policy" "cluster_encryption" {
  count = var.kms_key_arn == null ? 0 : 1

  name   = "encrypt-secrets"
  role   = aws_iam_role.cluster.name
  policy = jsonencode(local.cluster_encryption_policy)
}

resource "aws_iam_role" "node" {
  name               = "${local.role_prefix}-node"
  description        = "Nodes of the EKS cluster ${var.cluster_name}."
  assume_role_policy = jsonencode(local.node_trust)

  tags = var.tags
}

resource "aws_iam_role_policy_attachment" "node" {
  for_each = toset([
    "AmazonEC2ContainerRegistryReadOnly",
    "AmazonEKSWorkerNodePolicy",
    "AmazonEKS_CNI_Policy",
  ])

  role       = aws_iam_role.node.name
  policy_arn = "arn:${local.partition}:iam::aws:policy/${each.key}"
}
