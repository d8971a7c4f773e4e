# What the load balancer controller may do: see everything it chooses from, and
# change only what carries this cluster's tag, which the controller sets itself.
locals {
  ec2_arn = "arn:${data.aws_partition.current.partition}:ec2:${var.aws_region}:${var.aws_account_id}"
  elb_arn = "arn:${data.aws_partition.current.partition}:elasticloadbalancing:${var.aws_region}:${var.aws_account_id}"

  security_groups  = ["${local.ec2_arn}:security-group/*"]
  load_balancers   = ["${local.elb_arn}:loadbalancer/app/*/*", "${local.elb_arn}:loadbalancer/net/*/*"]
  listeners        = ["${local.elb_arn}:listener/app/*/*/*", "${local.elb_arn}:listener/net/*/*/*"]
  listener_rules   = ["${local.elb_arn}:listener-rule/app/*/*/*/*", "${local.elb_arn}:listener-rule/net/*/*/*/*"]
  target_groups    = ["${local.elb_arn}:targetgroup/*/*"]
  cluster_tag      = "elbv2.k8s.aws/cluster"
  requests_our_tag = { "aws:RequestTag/${local.cluster_tag}" = var.cluster_name }
  carries_our_tag  = { "aws:ResourceTag/${local.cluster_tag}" = var.cluster_name }

  load_balancer_policy = {
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "ServiceLinkedRole"
        Effect   = "Allow"
        Action   = ["iam:CreateServiceLinkedRole"]
        Resource = ["arn:${data.aws_partition.current.partition}:iam::${var.aws_account_id}:role/aws-service-role/elasticloadbalancing.amazonaws.com/*"]
        Condition = {
          StringEquals = { "iam:AWSServiceName" = "elasticloadbalancing.amazonaws.com" }
        }
      },
      {
        Sid    = "See"
        Effect = "Allow"
        Action = [
          "ec2:DescribeAccountAttributes",
          "ec2:DescribeAddresses",
          "ec2:DescribeAvailabilityZones",
          "ec2:DescribeCoipPools",
          "ec2:DescribeInstances",
          "ec2:DescribeInternetGateways",
          "ec2:DescribeNetworkInterfaces",
          "ec2:DescribeSecurityGroups",
          "ec2:DescribeSubnets",
          "ec2:DescribeTags",
          "ec2:DescribeVpcPeeringConnections",
          "ec2:DescribeVpcs",
          "elasticloadbalancing:DescribeListenerCertificates",
          "elasticloadbalancing:DescribeListeners",
          "elasticloadbalancing:DescribeLoadBalancerAttributes",
          "elasticloadbalancing:DescribeLoadBalancers",
          "elasticloadbalancing:DescribeRules",
          "elasticloadbalancing:DescribeSSLPolicies",
          "elasticloadbalancing:DescribeTags",
          "elasticloadbalancing:DescribeTargetGroupAttributes",
          "elasticloadbalancing:DescribeTargetGroups",
          "elasticloadbalancing:DescribeTargetHealth",
          "elasticloadbalancing:DescribeTrustStores",
          "acm:ListCertificates",
          "iam:ListServerCertificates",
          "shield:GetSubscriptionState",
        ]
        Resource = ["*"]
      },
      {
        Sid    = "SeeCertificates"
        Effect = "Allow"
        Action = ["acm:DescribeCertificate", "iam:GetServerCertificate"]
        Resource = [
          "arn:${data.aws_partition.current.partition}:acm:${var.aws_region}:${var.aws_account_id}:certificate/*",
          "arn:${data.aws_partition.current.partition}:iam::${var.aws_account_id}:server-certificate/*",
        ]
      },
      {
        Sid      = "SeeSignIn"
        Effect   = "Allow"
        Action   = ["cognito-idp:DescribeUserPoolClient"]
        Resource = ["arn:${data.aws_partition.current.partition}:cognito-idp:${var.aws_region}:${var.aws_account_id}:userpool/*"]
      },
      {
        Sid    = "Firewall"
        Effect = "Allow"
        Action = [
          "waf-regional:AssociateWebACL",
          "waf-regional:DisassociateWebACL",
          "waf-regional:GetWebACL",
          "waf-regional:GetWebACLForResource",
          "wafv2:AssociateWebACL",
          "wafv2:DisassociateWebACL",
          "wafv2:GetWebACL",
          "wafv2:GetWebACLForResource",
        ]
        Resource = concat(local.load_balancers, [
          "arn:${data.aws_partition.current.partition}:waf-regional:${var.aws_region}:${var.aws_account_id}:webacl/*",
          "arn:${data.aws_partition.current.partition}:wafv2:${var.aws_region}:${var.aws_account_id}:regional/webacl/*/*",
        ])
      },
      {
        Sid      = "Shield"
        Effect   = "Allow"
        Action   = ["shield:DeleteProtection", "shield:DescribeProtection"]
        Resource = ["arn:${data.aws_partition.current.partition}:shield::${var.aws_account_id}:protection/*"]
      },
      {
        # AWS knows no resource for these two.
        Sid      = "Protect"
        Effect   = "Allow"
        Action   = ["elasticloadbalancing:SetWebAcl", "shield:CreateProtection"]
        Resource = ["*"]
      },
      {
        # Rules are added to the nodes' groups too, which carry no tag of the controller.
        Sid      = "OpenPorts"
        Effect   = "Allow"
        Action   = ["ec2:AuthorizeSecurityGroupIngress", "ec2:RevokeSecurityGroupIngress"]
        Resource = local.security_groups
      },
      {
        Sid      = "CreateGroups"
        Effect   = "Allow"
        Action   = ["ec2:CreateSecurityGroup"]
        Resource = concat(local.security_groups, ["${local.ec2_arn}:vpc/${local.vpc_id == null ? "none" : local.vpc_id}"])
      },
      {
        Sid      = "TagGroupsAtCreation"
        Effect   = "Allow"
        Action   = ["ec2:CreateTags"]
        Resource = local.security_groups
        Condition = {
          StringEquals = merge(local.requests_our_tag, { "ec2:CreateAction" = "CreateSecurityGroup" })
        }
      },
      {
        Sid       = "ChangeOurGroups"
        Effect    = "Allow"
        Action    = ["ec2:CreateTags", "ec2:DeleteSecurityGroup", "ec2:DeleteTags"]
        Resource  = local.security_groups
        Condition = { StringEquals = local.carries_our_tag }
      },
      {
        Sid       = "CreateBalancers"
        Effect    = "Allow"
        Action    = ["elasticloadbalancing:CreateLoadBalancer", "elasticloadbalancing:CreateTargetGroup"]
        Resource  = concat(local.load_balancers, local.target_groups)
        Condition = { StringEquals = local.requests_our_tag }
      },
      {
        Sid      = "TagBalancersAtCreation"
        Effect   = "Allow"
        Action   = ["elasticloadbalancing:AddTags"]
        Resource = concat(local.load_balancers, local.target_groups)
        Condition = {
          StringEquals = merge(local.requests_our_tag, {
            "elasticloadbalancing:CreateAction" = ["CreateLoadBalancer", "CreateTargetGroup"]
          })
        }
      },
      {
        Sid    = "ChangeOurBalancers"
        Effect = "Allow"
        Action = [
          "elasticloadbalancing:AddTags",
          "elasticloadbalancing:DeleteLoadBalancer",
          "elasticloadbalancing:DeleteTargetGroup",
          "elasticloadbalancing:DeregisterTargets",
          "elasticloadbalancing:ModifyLoadBalancerAttributes",
          "elasticloadbalancing:ModifyTargetGroup",
          "elasticloadbalancing:ModifyTargetGroupAttributes",
          "elasticloadbalancing:RegisterTargets",
          "elasticloadbalancing:RemoveTags",
          "elasticloadbalancing:SetIpAddressType",
          "elasticloadbalancing:SetSecurityGroups",
          "elasticloadbalancing:SetSubnets",
        ]
        Resource  = concat(local.load_balancers, local.target_groups)
        Condition = { StringEquals = local.carries_our_tag }
      },
      {
        Sid    = "Listeners"
        Effect = "Allow"
        Action = [
          "elasticloadbalancing:AddListenerCertificates",
          "elasticloadbalancing:AddTags",
          "elasticloadbalancing:CreateListener",
          "elasticloadbalancing:CreateRule",
          "elasticloadbalancing:DeleteListener",
          "elasticloadbalancing:DeleteRule",
          "elasticloadbalancing:ModifyListener",
          "elasticloadbalancing:ModifyRule",
          "elasticloadbalancing:RemoveListenerCertificates",
          "elasticloadbalancing:RemoveTags",
        ]
        Resource = concat(local.listeners, local.listener_rules)
      },
      {
        # A listener is created on its load balancer.
        Sid       = "ListenersOfOurBalancers"
        Effect    = "Allow"
        Action    = ["elasticloadbalancing:CreateListener"]
        Resource  = local.load_balancers
        Condition = { StringEquals = local.carries_our_tag }
      },
    ]
  }
}
