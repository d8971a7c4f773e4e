locals {
  # EKS drains the nodes of its own groups on spot interruptions, rebalancing and
  # termination. The handler has a job only where somebody else's groups run nodes.
  handles_termination = var.enable_node_termination_handler && length(var.self_managed_autoscaling_groups) > 0

  termination_queue_name = "${local.role_prefix}-node-termination"
  termination_queue_arn  = "arn:${local.partition}:sqs:${local.region}:${local.account}:${local.termination_queue_name}"
  termination_rule_arns  = [for name in keys(local.termination_events) : "arn:${local.partition}:events:${local.region}:${local.account}:rule/${local.role_prefix}-${name}"]

  termination_events = {
    asg-terminate = {
      source      = ["aws.autoscaling"]
      detail-type = ["EC2 Instance-terminate Lifecycle Action"]
      detail      = { AutoScalingGroupName = var.self_managed_autoscaling_groups }
    }
    spot-interruption = {
      source      = ["aws.ec2"]
      detail-type = ["EC2 Spot Instance Interruption Warning"]
    }
    rebalance = {
      source      = ["aws.ec2"]
      detail-type = ["EC2 Instance Rebalance Recommendation"]
    }
    state-change = {
      source      = ["aws.ec2"]
      detail-type = ["EC2 Instance State-change Notification"]
    }
    scheduled-change = {
      source      = ["aws.health"]
      detail-type = ["AWS Health Event"]
      detail      = { service = ["EC2"], eventTypeCategory = ["scheduledChange"] }
    }
  }

  termination_queue_policy = {
    Version = "2012-10-17"
    Statement = [{
      Sid       = "Events"
      Effect    = "Allow"
      Principal = { Service = "events.amazonaws.com" }
      Action    = "sqs:SendMessage"
      Resource  = local.termination_queue_arn
      Condition = { ArnEquals = { "aws:SourceArn" = local.termination_rule_arns } }
    }]
  }

  termination_handler_policy = {
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "Queue"
        Effect   = "Allow"
        Action   = ["sqs:DeleteMessage", "sqs:ReceiveMessage"]
        Resource = [local.termination_queue_arn]
      },
      {
        Sid      = "Lifecycle"
        Effect   = "Allow"
        Action   = ["autoscaling:CompleteLifecycleAction"]
        Resource = [for name in var.self_managed_autoscaling_groups : "arn:${local.partition}:autoscaling:${local.region}:${local.account}:autoScalingGroup:*:autoScalingGroupName/${name}"]
      },
      {
        # These offer no resource-level permissions.
        Sid    = "Describe"
        Effect = "Allow"
        Action = [
          "autoscaling:DescribeAutoScalingInstances",
          "autoscaling:DescribeTags",
          "ec2:DescribeInstances",
        ]
        Resource = ["*"]
      },
    ]
  }
}

check "termination_handler_has_a_job" {
  assert {
    condition     = !var.enable_node_termination_handler || length(var.self_managed_autoscaling_groups) > 0
    error_message = "Nothing is made for the node termination handler: EKS drains the nodes of this cluster's groups itself. Name groups that EKS does not manage in self_managed_autoscaling_groups, or set enable_node_termination_handler to false."
  }
}

resource "aws_sqs_queue" "termination" {
  count = local.handles_termination ? 1 : 0

  name = local.termination_queue_name
  # An interruption is over after two minutes; a late message would drain a node for nothing.
  message_retention_seconds = 300
  sqs_managed_sse_enabled   = true

  tags = var.tags
}

resource "aws_sqs_queue_policy" "termination" {
  count = local.handles_termination ? 1 : 0

  queue_url = aws_sqs_queue.termination[0].url
  policy    = jsonencode(local.termination_queue_policy)
}

resource "aws_cloudwatch_event_rule" "termination" {
  for_each = { for name, pattern in local.termination_events : name => jsonencode(pattern) if local.handles_termination }

  name          = "${local.role_prefix}-${each.key}"
  description   = "Tells the node termination handler of ${var.cluster_name}: ${each.key}."
  event_pattern = each.value

  tags = var.tags
}

resource "aws_cloudwatch_event_target" "termination" {
  for_each = aws_cloudwatch_event_rule.termination

  rule      = each.value.name
  target_id = "node-termination-queue"
  arn       = aws_sqs_queue.termination[0].arn
}

resource "aws_autoscaling_lifecycle_hook" "termination" {
  for_each = toset(local.handles_termination ? var.self_managed_autoscaling_groups : [])

  name                   = "node-termination-handler"
  autoscaling_group_name = each.key
  lifecycle_transition   = "autoscaling:EC2_INSTANCE_TERMINATING"
  heartbeat_timeout      = 300
  default_result         = "CONTINUE"
}

# The handler leaves alone what does not carry its mark, such as nodes of other clusters.
resource "aws_autoscaling_group_tag" "termination" {
  for_each = toset(local.handles_termination ? var.self_managed_autoscaling_groups : [])

  autoscaling_group_name = each.key

  tag {
    key                 = "aws-node-termination-handler/managed"
    value               = "true"
    propagate_at_launch = true
  }
}

resource "aws_iam_role" "node_termination_handler" {
  count = local.handles_termination ? 1 : 0

  name               = "${local.role_prefix}-node-termination-handler"
  description        = "Node termination handler of the EKS cluster ${var.cluster_name}."
  assume_role_policy = jsonencode(local.irsa_trust["node-termination-handler"])

  tags = var.tags
}

resource "aws_iam_role_policy" "node_termination_handler" {
  count = local.handles_termination ? 1 : 0

  name   = "drain-nodes"
  role   = aws_iam_role.node_termination_handler[0].name
  policy = jsonencode(local.termination_handler_policy)
}
