variable "cluster_name" {
  description = "Name of the cluster. Changing it replaces the cluster."
  type        = string

  validation {
    condition     = can(regex("^[0-9A-Za-z][A-Za-z0-9_-]{0,99}$", var.cluster_name))
    error_message = "cluster_name takes letters, digits, hyphens and underscores, at most 100, and begins with a letter or digit."
  }
}

variable "kubernetes_version" {
  description = "Minor version of Kubernetes, such as 1.36. EKS upgrades by one minor version at a time and never back."
  type        = string

  validation {
    condition     = can(regex("^1\\.[0-9]{2}$", var.kubernetes_version))
    error_message = "kubernetes_version is a minor version in quotes, such as \"1.36\"."
  }
}

variable "vpc_id" {
  description = "Network of the cluster: of modules/aws/vpc or your own."
  type        = string

  validation {
    condition     = startswith(var.vpc_id, "vpc-")
    error_message = "vpc_id is the id of a VPC and begins with vpc-."
  }
}

variable "subnet_ids" {
  description = "Private subnets, in two zones at least, with a way out to the internet or to endpoints of the AWS services that nodes need."
  type        = list(string)

  validation {
    condition     = length(var.subnet_ids) >= 2 && length(distinct(var.subnet_ids)) == length(var.subnet_ids) && alltrue([for id in var.subnet_ids : startswith(id, "subnet-")])
    error_message = "subnet_ids names at least two different subnets; each id begins with subnet-."
  }
}

variable "endpoint_public_access" {
  description = "Whether the API server can be reached from outside the network. Inside it always can."
  type        = bool
  default     = false
}

variable "endpoint_public_access_cidrs" {
  description = "Ranges the public endpoint answers to. Needed when endpoint_public_access is true: without any, EKS would answer to everybody."
  type        = list(string)
  default     = []

  validation {
    condition     = alltrue([for cidr in var.endpoint_public_access_cidrs : can(cidrnetmask(cidr))])
    error_message = "endpoint_public_access_cidrs must be IPv4 ranges, such as 203.0.113.0/24."
  }

  validation {
    condition     = !var.endpoint_public_access || length(var.endpoint_public_access_cidrs) > 0
    error_message = "Name the ranges that may reach the public endpoint, or leave endpoint_public_access false. To let everybody in, say so: [\"0.0.0.0/0\"]."
  }
}

variable "deletion_protection" {
  description = "Refuse to delete the cluster. Set to false and apply before a destroy."
  type        = bool
  default     = true
}

variable "access_entries" {
  description = "Who may use the cluster, by a name of your choice: the IAM principal, Kubernetes groups it belongs to, and EKS access policies by name (such as AmazonEKSViewPolicy), cluster-wide or in namespaces."
  type = map(object({
    principal_arn     = string
    kubernetes_groups = optional(list(string), [])
    policies          = optional(map(object({ namespaces = optional(list(string), []) })), {})
  }))
  default = {}

  validation {
    condition     = alltrue([for entry in var.access_entries : can(regex("^arn:aws[a-z-]*:iam::[0-9]{12}:(role|user)/", entry.principal_arn))])
    error_message = "principal_arn is the ARN of an IAM role or user."
  }

  validation {
    condition     = alltrue(flatten([for entry in var.access_entries : [for name in keys(entry.policies) : can(regex("^AmazonEKS[A-Za-z]*Policy$", name))]]))
    error_message = "policies are named by EKS access policy, such as AmazonEKSViewPolicy, AmazonEKSEditPolicy, AmazonEKSAdminPolicy or AmazonEKSClusterAdminPolicy."
  }

  validation {
    condition     = alltrue([for entry in var.access_entries : alltrue([for group in entry.kubernetes_groups : !startswith(group, "system:")])])
    error_message = "EKS refuses Kubernetes groups that begin with system:; use an access policy instead."
  }
}

variable "enable_cluster_creator_admin_permissions" {
  description = "Whether the role that creates the cluster administers it. Read when the cluster is created; later, use access_entries."
  type        = bool
  default     = true
}

variable "enable_cloudwatch_logs" {
  description = "Send the logs of the control plane to CloudWatch."
  type        = bool
  default     = true
}

variable "enabled_log_types" {
  description = "Logs of the control plane that are sent."
  type        = list(string)
  default     = ["api", "audit", "authenticator", "controllerManager", "scheduler"]

  validation {
    condition     = alltrue([for name in var.enabled_log_types : contains(["api", "audit", "authenticator", "controllerManager", "scheduler"], name)])
    error_message = "Log types are api, audit, authenticator, controllerManager and scheduler."
  }
}

variable "log_retention_days" {
  description = "Days that the logs are kept."
  type        = number
  default     = 7

  validation {
    condition     = contains([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653], var.log_retention_days)
    error_message = "CloudWatch Logs keeps for 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288 or 3653 days."
  }
}

variable "kms_key_arn" {
  description = "Key that encrypts Kubernetes secrets and the logs. Its policy must let CloudWatch Logs use it (README). Null: the module makes a key."
  type        = string
  default     = null

  validation {
    condition     = var.kms_key_arn == null || can(regex("^arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/", coalesce(var.kms_key_arn, "-")))
    error_message = "kms_key_arn is the ARN of a key, not of an alias: arn:aws:kms:<region>:<account>:key/<id>."
  }
}

variable "kms_deletion_window_days" {
  description = "Days between the removal of the module's key and its loss. Without the key the secrets of the cluster cannot be read."
  type        = number
  default     = 7

  validation {
    condition     = var.kms_deletion_window_days >= 7 && var.kms_deletion_window_days <= 30
    error_message = "KMS waits 7 to 30 days."
  }
}

variable "enable_addons" {
  description = "Install the add-ons of addons. vpc-cni, kube-proxy and coredns are installed in any case."
  type        = bool
  default     = true
}

variable "addons" {
  description = "Further EKS add-ons, and versions or settings of the three that are always there. addon_version null: the default of the Kubernetes version. service_account_role_arn null: the module makes the role of aws-ebs-csi-driver and aws-efs-csi-driver; others run with the rights of the node. configuration_values: JSON."
  type = list(object({
    addon_name               = string
    addon_version            = optional(string)
    service_account_role_arn = optional(string)
    configuration_values     = optional(string)
  }))
  default = []

  validation {
    condition     = length(distinct(var.addons[*].addon_name)) == length(var.addons)
    error_message = "Each add-on is named once."
  }

  validation {
    condition     = alltrue([for addon in var.addons : addon.configuration_values == null || can(jsondecode(addon.configuration_values))])
    error_message = "configuration_values must be JSON."
  }
}

variable "enable_ebs_csi_driver" {
  description = "Install aws-ebs-csi-driver with a role of its own and a default storage class, even if addons does not name it. Without a driver volumes of JupyterHub, Prometheus and others stay pending. enable_addons = false leaves it out too."
  type        = bool
  default     = true
}

variable "ami_type" {
  description = "AMI type of groups that name none. Null: that of the group's kind, AL2023_x86_64_STANDARD or AL2023_x86_64_NVIDIA."
  type        = string
  default     = null
}

variable "capacity_type" {
  description = "ON_DEMAND or SPOT, for groups that name neither. Null: SPOT for the GPU group, else ON_DEMAND."
  type        = string
  default     = null
}

variable "instance_types" {
  description = "Instance types of groups that name none. Null: g4dn.xlarge and g4dn.2xlarge for the GPU group, else m5.xlarge and m5.2xlarge."
  type        = list(string)
  default     = null
}

variable "desired_size" {
  description = "Nodes at first, for groups that say nothing. Later the autoscaler decides. Null: 0 for the GPU group, else 3."
  type        = number
  default     = null
}

variable "max_size" {
  description = "Most nodes, for groups that say nothing. Null: 5 for the GPU group, else 10."
  type        = number
  default     = null
}

variable "min_size" {
  description = "Fewest nodes, for groups that say nothing. Null: 0 for the GPU group, else 2."
  type        = number
  default     = null
}

variable "enable_gpu_nodes" {
  description = "Make the group gpu when node_groups is empty."
  type        = bool
  default     = true
}

variable "node_groups" {
  description = "Node groups by name. What a group leaves out is as the variable of the same name above; disk_size in GiB. Empty: a group cpu, and a group gpu which the variables above describe. Taint effects as EKS writes them: NO_SCHEDULE, NO_EXECUTE, PREFER_NO_SCHEDULE."
  type = map(object({
    ami_type       = optional(string)
    capacity_type  = optional(string)
    instance_types = optional(list(string))
    desired_size   = optional(number)
    max_size       = optional(number)
    min_size       = optional(number)
    disk_size      = optional(number)
    labels         = optional(map(string))
    taints         = optional(map(object({ key = string, value = optional(string, ""), effect = string })))
  }))
  default = {}

  validation {
    condition     = alltrue([for name in keys(var.node_groups) : can(regex("^[A-Za-z0-9][A-Za-z0-9_-]{0,35}$", name))])
    error_message = "Names of node groups take letters, digits, hyphens and underscores, at most 36: EKS allows 63, of which Terraform needs 27 to make them unique."
  }

  validation {
    condition     = alltrue(flatten([for group in var.node_groups : [for taint in coalesce(group.taints, {}) : contains(["NO_SCHEDULE", "NO_EXECUTE", "PREFER_NO_SCHEDULE"], taint.effect)]]))
    error_message = "Effects of taints are NO_SCHEDULE, NO_EXECUTE and PREFER_NO_SCHEDULE."
  }
}

variable "node_egress_https_cidrs" {
  description = "Ranges that nodes and pods may call on port 443. Images, S3 and the APIs of AWS are among the public addresses; in a network with endpoints for all of them the list can be narrowed."
  type        = list(string)
  default     = ["0.0.0.0/0"]

  validation {
    condition     = alltrue([for cidr in var.node_egress_https_cidrs : can(cidrnetmask(cidr))])
    error_message = "node_egress_https_cidrs must be IPv4 ranges."
  }
}

variable "node_egress_rules" {
  description = "Further ways out for nodes and pods, by name: protocol (tcp, udp, icmp or -1), ports and range. Private ranges (RFC 1918) are open already."
  type = map(object({
    protocol   = string
    from_port  = optional(number)
    to_port    = optional(number)
    cidr_block = string
  }))
  default = {}

  validation {
    condition     = alltrue([for rule in var.node_egress_rules : can(cidrnetmask(rule.cidr_block))])
    error_message = "cidr_block must be an IPv4 range."
  }
}

variable "enable_cluster_autoscaler" {
  description = "Make the role of the Cluster Autoscaler (service account cluster-autoscaler in kube-system) and the tags by which it scales groups up from zero."
  type        = bool
  default     = false
}

variable "enable_node_termination_handler" {
  description = "Make queue, events and role of the AWS Node Termination Handler (service account aws-node-termination-handler in kube-system) for self_managed_autoscaling_groups. The groups of this module need none: EKS drains managed nodes itself."
  type        = bool
  default     = false
}

variable "self_managed_autoscaling_groups" {
  description = "Auto Scaling groups of this cluster that EKS does not manage, by name."
  type        = list(string)
  default     = []

  validation {
    condition     = length(distinct(var.self_managed_autoscaling_groups)) == length(var.self_managed_autoscaling_groups)
    error_message = "Each Auto Scaling group is named once."
  }
}

variable "tags" {
  description = "Tags beside the default tags of the provider."
  type        = map(string)
  default     = {}
}
