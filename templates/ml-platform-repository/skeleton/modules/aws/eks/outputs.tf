output "cluster_name" {
  description = "Name of the cluster."
  value       = aws_eks_cluster.main.name
}

output "cluster_arn" {
  description = "ARN of the cluster."
  value       = aws_eks_cluster.main.arn
}

output "cluster_version" {
  description = "Minor version of Kubernetes that the control plane runs."
  value       = aws_eks_cluster.main.version
}

output "cluster_endpoint" {
  description = "Address of the API server."
  value       = aws_eks_cluster.main.endpoint
}

output "cluster_ca_certificate" {
  description = "Certificate of the cluster's authority, base64."
  value       = aws_eks_cluster.main.certificate_authority[0].data
}

output "cluster_oidc_issuer_url" {
  description = "Issuer of the service accounts' tokens, with https://."
  value       = aws_eks_cluster.main.identity[0].oidc[0].issuer
}

output "oidc_provider_arn" {
  description = "IAM OIDC provider that roles of service accounts trust."
  value       = aws_iam_openid_connect_provider.cluster.arn
}

output "cluster_security_group_id" {
  description = "Security group that EKS made for the control plane."
  value       = local.cluster_security_group_id
}

output "node_security_group_id" {
  description = "Security group of nodes and pods."
  value       = aws_security_group.node.id
}

output "node_role_arn" {
  description = "Role of the nodes."
  value       = aws_iam_role.node.arn
}

output "node_groups" {
  description = "Node groups by name, each with its name at EKS, its ARN and its Auto Scaling group."
  value = {
    for name, group in aws_eks_node_group.main : name => {
      node_group_name        = group.node_group_name
      arn                    = group.arn
      autoscaling_group_name = try(group.resources[0].autoscaling_groups[0].name, null)
    }
  }
}

output "addon_role_arns" {
  description = "Roles that this module made for add-ons, by add-on."
  value       = { for name, role in aws_iam_role.addon : name => role.arn }
}

output "cluster_autoscaler_role_arn" {
  description = "Role of the Cluster Autoscaler; null when it is off."
  value       = one(aws_iam_role.cluster_autoscaler[*].arn)
}

output "node_termination_handler_role_arn" {
  description = "Role of the node termination handler; null when it is off or has no job."
  value       = one(aws_iam_role.node_termination_handler[*].arn)
}

output "node_termination_queue_url" {
  description = "Queue that the node termination handler reads; null when it is off or has no job."
  value       = one(aws_sqs_queue.termination[*].url)
}

output "kms_key_arn" {
  description = "Key that encrypts secrets and logs."
  value       = local.kms_key_arn
}

output "log_group_name" {
  description = "Log group of the control plane; null when no logs are sent."
  value       = one(aws_cloudwatch_log_group.cluster[*].name)
}
