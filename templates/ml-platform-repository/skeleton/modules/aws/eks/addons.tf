locals {
  base_addons = { for name in ["coredns", "kube-proxy", "vpc-cni"] : name => {} }

  requested_addons = { for addon in var.addons : addon.addon_name => addon }

  addons = merge(
    local.base_addons,
    var.enable_addons && var.enable_ebs_csi_driver ? { aws-ebs-csi-driver = {} } : {},
    var.enable_addons ? local.requested_addons : {
      for name, addon in local.requested_addons : name => addon if contains(keys(local.base_addons), name)
    },
  )

  # From Kubernetes 1.30 on EKS marks no storage class as the default one.
  addon_configuration = {
    aws-ebs-csi-driver = jsonencode({ defaultStorageClass = { enabled = true } })
  }
}

resource "aws_eks_addon" "addons" {
  for_each = local.addons

  cluster_name                = aws_eks_cluster.main.name
  addon_name                  = each.key
  addon_version               = try(each.value.addon_version, null)
  configuration_values        = try(coalesce(each.value.configuration_values), lookup(local.addon_configuration, each.key, null))
  resolve_conflicts_on_create = "OVERWRITE"
  resolve_conflicts_on_update = "OVERWRITE"
  service_account_role_arn    = try(coalesce(each.value.service_account_role_arn), aws_iam_role.addon[each.key].arn, null)

  tags = var.tags

  # coredns runs on nodes; without any it would never be ready.
  depends_on = [
    aws_eks_node_group.main,
    aws_iam_role_policy_attachment.addon,
  ]
}
