mock_provider "helm" {}
mock_provider "kubernetes" {}

mock_provider "aws" {
  mock_data "aws_partition" {
    defaults = {
      partition  = "aws"
      dns_suffix = "amazonaws.com"
    }
  }
}

override_resource {
  target = aws_iam_role.system["aws_load_balancer_controller"]
  values = {
    arn = "arn:aws:iam::123456789012:role/made-load-balancer"
  }
}

override_resource {
  target = aws_iam_role.system["external_secrets_operator"]
  values = {
    arn = "arn:aws:iam::123456789012:role/made-external-secrets"
  }
}

override_resource {
  target = aws_iam_role.system["cluster_autoscaler"]
  values = {
    arn = "arn:aws:iam::123456789012:role/made-autoscaler"
  }
}

variables {
  aws_region                = "eu-west-1"
  aws_account_id            = "123456789012"
  environment               = "dev"
  project_name              = "acme"
  cluster_name              = "acme-dev-cluster"
  cluster_endpoint          = "https://ABC.gr7.eu-west-1.eks.amazonaws.com"
  cluster_ca_certificate    = "Y2VydGlmaWNhdGU="
  cluster_oidc_provider_arn = "arn:aws:iam::123456789012:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/ABC"
  vpc_id                    = "vpc-0123456789abcdef0"
}

run "installs_four_components_at_their_versions" {
  assert {
    condition = { for name, release in helm_release.system : name => "${release.namespace}/${release.chart} ${release.version}" } == {
      metrics_server               = "kube-system/metrics-server 3.12.0"
      aws_load_balancer_controller = "kube-system/aws-load-balancer-controller 1.7.1"
      external_secrets             = "external-secrets-system/external-secrets 0.9.11"
      cluster_autoscaler           = "kube-system/cluster-autoscaler 9.34.1"
    }
    error_message = "components differ"
  }

  assert {
    condition = { for name, release in helm_release.system : name => release.repository } == {
      metrics_server               = "https://kubernetes-sigs.github.io/metrics-server/"
      aws_load_balancer_controller = "https://aws.github.io/eks-charts"
      external_secrets             = "https://charts.external-secrets.io"
      cluster_autoscaler           = "https://kubernetes.github.io/autoscaler"
    }
    error_message = "repositories differ"
  }

  assert {
    condition     = [for name, release in helm_release.system : name if release.create_namespace] == ["external_secrets"]
    error_message = "only External Secrets gets a namespace of its own"
  }

  assert {
    condition     = keys(output.system_releases) == ["aws_load_balancer_controller", "cluster_autoscaler", "external_secrets", "metrics_server"] && output.system_releases.metrics_server.name == "metrics-server"
    error_message = "output differs"
  }
}

run "components_get_values_and_roles" {
  assert {
    condition     = yamldecode(helm_release.system["metrics_server"].values[0]) == { replicas = 2, resources = { requests = { cpu = "100m", memory = "128Mi" } } }
    error_message = "metrics-server differs"
  }

  assert {
    condition = yamldecode(helm_release.system["aws_load_balancer_controller"].values[0]) == {
      clusterName    = "acme-dev-cluster"
      region         = "eu-west-1"
      vpcId          = "vpc-0123456789abcdef0"
      serviceAccount = { create = true, name = "aws-load-balancer-controller", annotations = { "eks.amazonaws.com/role-arn" = "arn:aws:iam::123456789012:role/made-load-balancer" } }

      enableServiceMutatorWebhook = false
    }
    error_message = "load balancer controller differs"
  }

  assert {
    condition     = yamldecode(helm_release.system["external_secrets"].values[0]) == { installCRDs = true, serviceAccount = { create = true, name = "external-secrets", annotations = { "eks.amazonaws.com/role-arn" = "arn:aws:iam::123456789012:role/made-external-secrets" } } }
    error_message = "External Secrets differs"
  }

  assert {
    condition     = yamldecode(helm_release.system["cluster_autoscaler"].values[0]) == { awsRegion = "eu-west-1", autoDiscovery = { clusterName = "acme-dev-cluster" }, rbac = { serviceAccount = { create = true, name = "cluster-autoscaler", annotations = { "eks.amazonaws.com/role-arn" = "arn:aws:iam::123456789012:role/made-autoscaler" } } } }
    error_message = "autoscaler differs"
  }
}

run "roles_made_here_trust_one_account_each" {
  assert {
    condition = { for name, role in aws_iam_role.system : role.name => jsondecode(role.assume_role_policy).Statement[0].Condition.StringEquals } == {
      acme-dev-aws-load-balancer-controller = {
        "oidc.eks.eu-west-1.amazonaws.com/id/ABC:aud" = "sts.amazonaws.com"
        "oidc.eks.eu-west-1.amazonaws.com/id/ABC:sub" = "system:serviceaccount:kube-system:aws-load-balancer-controller"
      }
      acme-dev-external-secrets-operator = {
        "oidc.eks.eu-west-1.amazonaws.com/id/ABC:aud" = "sts.amazonaws.com"
        "oidc.eks.eu-west-1.amazonaws.com/id/ABC:sub" = "system:serviceaccount:external-secrets-system:external-secrets"
      }
      acme-dev-cluster-autoscaler = {
        "oidc.eks.eu-west-1.amazonaws.com/id/ABC:aud" = "sts.amazonaws.com"
        "oidc.eks.eu-west-1.amazonaws.com/id/ABC:sub" = "system:serviceaccount:kube-system:cluster-autoscaler"
      }
    }
    error_message = "trust differs"
  }
}

run "external_secrets_reads_the_environments_secrets" {
  assert {
    condition = jsondecode(aws_iam_role_policy.system["external_secrets_operator"].policy).Statement == [{
      Sid      = "ReadSecrets"
      Effect   = "Allow"
      Action   = ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"]
      Resource = ["arn:aws:secretsmanager:eu-west-1:123456789012:secret:acme/dev/*"]
    }]
    error_message = "policy differs: ${aws_iam_role_policy.system["external_secrets_operator"].policy}"
  }
}

run "the_autoscaler_resizes_groups_of_its_cluster_only" {
  assert {
    condition     = [for statement in jsondecode(aws_iam_role_policy.system["cluster_autoscaler"].policy).Statement : statement.Condition if statement.Sid == "ResizeGroupsOfThisCluster"] == [{ StringEquals = { "aws:ResourceTag/k8s.io/cluster-autoscaler/acme-dev-cluster" = "owned" } }]
    error_message = "other clusters' groups could be resized"
  }
}

run "the_load_balancer_controller_changes_what_carries_its_clusters_tag" {
  assert {
    condition     = toset([for statement in jsondecode(aws_iam_role_policy.system["aws_load_balancer_controller"].policy).Statement : statement.Sid if try(statement.Condition.StringEquals["aws:ResourceTag/elbv2.k8s.aws/cluster"], statement.Condition.StringEquals["aws:RequestTag/elbv2.k8s.aws/cluster"], "") == "acme-dev-cluster"]) == toset(["TagGroupsAtCreation", "ChangeOurGroups", "CreateBalancers", "TagBalancersAtCreation", "ChangeOurBalancers", "ListenersOfOurBalancers"])
    error_message = "conditions differ"
  }

  assert {
    condition     = [for statement in jsondecode(aws_iam_role_policy.system["aws_load_balancer_controller"].policy).Statement : statement.Sid if contains(statement.Resource, "*")] == ["See", "Protect"]
    error_message = "a statement is open to every resource without need"
  }

  assert {
    condition     = length(replace(aws_iam_role_policy.system["aws_load_balancer_controller"].policy, "/\\s/", "")) <= 10240
    error_message = "the policy is longer than a role's inline policies may be"
  }
}

run "takes_roles_that_are_given" {
  variables {
    iam_role_arns = {
      cluster_autoscaler           = "arn:aws:iam::123456789012:role/acme-dev-autoscaler"
      aws_load_balancer_controller = null
    }
  }

  assert {
    condition     = keys(aws_iam_role.system) == ["aws_load_balancer_controller", "external_secrets_operator"]
    error_message = "a role is made that was given, or one is missing"
  }

  assert {
    condition     = yamldecode(helm_release.system["cluster_autoscaler"].values[0]).rbac.serviceAccount.annotations["eks.amazonaws.com/role-arn"] == "arn:aws:iam::123456789012:role/acme-dev-autoscaler"
    error_message = "the given role is not used"
  }
}

run "installs_without_an_application_no_namespace_and_no_services" {
  assert {
    condition     = output.namespace == null && output.configmap_name == null && length(output.application_releases) == 0 && length(kubernetes_namespace_v1.llm_judge) == 0 && length(helm_release.redis) == 0
    error_message = "something of an application is installed unasked"
  }

  assert {
    condition     = output.secret_store_name == "aws-secrets-manager" && yamldecode(helm_release.secret_store["secret-store"].values[0]) == { name = "aws-secrets-manager", region = "eu-west-1", serviceAccount = { name = "external-secrets", namespace = "external-secrets-system" } }
    error_message = "secret store differs"
  }
}

run "installs_a_part_with_other_versions_and_values" {
  variables {
    system_components     = ["metrics_server"]
    vpc_id                = null
    system_chart_versions = { metrics_server = "3.12.1" }
    extra_system_values   = { metrics_server = "replicas: 3" }
  }

  assert {
    condition     = keys(helm_release.system) == ["metrics_server"] && helm_release.system["metrics_server"].version == "3.12.1" && helm_release.system["metrics_server"].values[1] == "replicas: 3"
    error_message = "parts differ"
  }

  assert {
    condition     = length(aws_iam_role.system) == 0 && length(helm_release.secret_store) == 0 && output.secret_store_name == null && output.system_releases.external_secrets == null
    error_message = "something of absent components is there"
  }
}

run "asks_eks_for_the_network_where_nobody_says_it" {
  variables {
    vpc_id = null
  }

  override_data {
    target = data.aws_eks_cluster.this["acme-dev-cluster"]
    values = {
      vpc_config = [{
        cluster_security_group_id = "sg-0fedcba9876543210"
        endpoint_private_access   = true
        endpoint_public_access    = false
        public_access_cidrs       = []
        security_group_ids        = []
        subnet_ids                = []
        vpc_id                    = "vpc-0fedcba9876543210"
      }]
    }
  }

  assert {
    condition     = yamldecode(helm_release.system["aws_load_balancer_controller"].values[0]).vpcId == "vpc-0fedcba9876543210"
    error_message = "the controller is told another network"
  }

  assert {
    condition     = contains(flatten([for statement in jsondecode(aws_iam_role_policy.system["aws_load_balancer_controller"].policy).Statement : statement.Resource if statement.Sid == "CreateGroups"]), "arn:aws:ec2:eu-west-1:123456789012:vpc/vpc-0fedcba9876543210")
    error_message = "security groups could be made in another network"
  }
}

run "refuses_names_too_long_for_its_roles" {
  command = plan
  variables {
    project_name = "a-project-with-a-name-of-forty-characters"
  }
  expect_failures = [var.environment]
}

run "refuses_an_unknown_component" {
  command = plan
  variables {
    system_components = ["metrics-server"]
  }
  expect_failures = [var.system_components]
}

run "refuses_values_for_an_absent_component" {
  command = plan
  variables {
    system_components   = ["metrics_server"]
    extra_system_values = { external_secrets = "replicaCount: 2" }
  }
  expect_failures = [var.extra_system_values]
}
