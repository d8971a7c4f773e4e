locals {
  # The issuer without its scheme is how conditions and provider ARNs name it. Taken
  # from the cluster, never put together from the region: EKS has more than one form.
  oidc_issuer = trimprefix(aws_eks_cluster.main.identity[0].oidc[0].issuer, "https://")

  storage_drivers = {
    aws-ebs-csi-driver = {
      service_account = "ebs-csi-controller-sa"
      policy          = "service-role/AmazonEBSCSIDriverPolicy"
    }
    aws-efs-csi-driver = {
      service_account = "efs-csi-controller-sa"
      policy          = "service-role/AmazonEFSCSIDriverPolicy"
    }
  }

  # Add-ons that are known to need a role and are given none.
  addon_roles = {
    for name, driver in local.storage_drivers : name => driver
    if contains(keys(local.addons), name) && try(local.addons[name].service_account_role_arn, null) == null
  }

  irsa_accounts = merge(
    { for name, driver in local.addon_roles : name => driver.service_account },
    var.enable_cluster_autoscaler ? { cluster-autoscaler = "cluster-autoscaler" } : {},
    local.handles_termination ? { node-termination-handler = "aws-node-termination-handler" } : {},
  )

  irsa_trust = {
    for name, service_account in local.irsa_accounts : name => {
      Version = "2012-10-17"
      Statement = [{
        Effect    = "Allow"
        Action    = "sts:AssumeRoleWithWebIdentity"
        Principal = { Federated = aws_iam_openid_connect_provider.cluster.arn }
        Condition = {
          StringEquals = {
            "${local.oidc_issuer}:sub" = "system:serviceaccount:kube-system:${service_account}"
            "${local.oidc_issuer}:aud" = "sts.amazonaws.com"
          }
        }
      }]
    }
  }
}

resource "aws_iam_role" "addon" {
  for_each = local.addon_roles

  name               = "${local.role_prefix}-${each.key}"
  description        = "Add-on ${each.key} of the EKS cluster ${var.cluster_name}."
  assume_role_policy = jsonencode(local.irsa_trust[each.key])

  tags = var.tags
}

resource "aws_iam_role_policy_attachment" "addon" {
  for_each = local.addon_roles

  role       = aws_iam_role.addon[each.key].name
  policy_arn = "arn:${local.partition}:iam::aws:policy/${each.value.policy}"
}
