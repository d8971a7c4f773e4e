# Asked for only where nobody says it: in a new environment there is no cluster
# yet when the plan is made.
data "aws_eks_cluster" "this" {
  for_each = toset(contains(var.system_components, "aws_load_balancer_controller") && var.vpc_id == null ? [var.cluster_name] : [])

  name = each.value
}

locals {
  vpc_id = var.vpc_id != null ? var.vpc_id : one([for cluster in data.aws_eks_cluster.this : cluster.vpc_config[0].vpc_id])

  system_component_names = ["metrics_server", "aws_load_balancer_controller", "external_secrets", "cluster_autoscaler"]

  has_external_secrets = contains(var.system_components, "external_secrets")

  # Namespace and service account of the components that call AWS: what their
  # roles trust and what their charts make.
  system_accounts = {
    aws_load_balancer_controller = {
      component = "aws_load_balancer_controller"
      namespace = "kube-system"
      name      = "aws-load-balancer-controller"
    }
    external_secrets_operator = {
      component = "external_secrets"
      namespace = "external-secrets-system"
      name      = "external-secrets"
    }
    cluster_autoscaler = {
      component = "cluster_autoscaler"
      namespace = "kube-system"
      name      = "cluster-autoscaler"
    }
  }

  service_accounts = { for key, account in local.system_accounts : key => {
    create      = true
    name        = account.name
    annotations = { for name, arn in { "eks.amazonaws.com/role-arn" = lookup(local.role_arns, key, null) } : name => arn if arn != null }
  } }

  system_catalog = {
    metrics_server = {
      name             = "metrics-server"
      namespace        = "kube-system"
      create_namespace = false
      repository       = "https://kubernetes-sigs.github.io/metrics-server/"
      version          = var.system_chart_versions.metrics_server
      values = yamlencode({
        replicas = 2
        resources = {
          requests = {
            cpu    = "100m"
            memory = "128Mi"
          }
        }
      })
    }
    aws_load_balancer_controller = {
      name             = "aws-load-balancer-controller"
      namespace        = local.system_accounts.aws_load_balancer_controller.namespace
      create_namespace = false
      repository       = "https://aws.github.io/eks-charts"
      version          = var.system_chart_versions.aws_load_balancer_controller
      values = yamlencode({
        clusterName    = var.cluster_name
        region         = var.aws_region
        vpcId          = local.vpc_id
        serviceAccount = local.service_accounts.aws_load_balancer_controller
        # Its hook on Services would refuse those of the other components until
        # the controller is up, and they are installed side by side.
        enableServiceMutatorWebhook = false
      })
    }
    external_secrets = {
      name             = "external-secrets"
      namespace        = local.system_accounts.external_secrets_operator.namespace
      create_namespace = true
      repository       = "https://charts.external-secrets.io"
      version          = var.system_chart_versions.external_secrets
      values = yamlencode({
        installCRDs    = true
        serviceAccount = local.service_accounts.external_secrets_operator
      })
    }
    cluster_autoscaler = {
      name             = "cluster-autoscaler"
      namespace        = local.system_accounts.cluster_autoscaler.namespace
      create_namespace = false
      repository       = "https://kubernetes.github.io/autoscaler"
      version          = var.system_chart_versions.cluster_autoscaler
      values = yamlencode({
        awsRegion     = var.aws_region
        autoDiscovery = { clusterName = var.cluster_name }
        rbac          = { serviceAccount = local.service_accounts.cluster_autoscaler }
      })
    }
  }

  system_releases = { for name, release in helm_release.system : name => {
    name      = release.name
    namespace = release.namespace
    chart     = release.chart
    version   = release.version
    status    = release.status
  } }
}
