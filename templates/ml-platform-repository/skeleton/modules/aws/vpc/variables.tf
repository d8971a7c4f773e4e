variable "name" {
  description = "Name of the network; what it is made of is named after it."
  type        = string

  validation {
    condition     = can(regex("^[A-Za-z0-9][A-Za-z0-9-]{0,62}$", var.name))
    error_message = "name takes letters, digits and hyphens, at most 63, and begins with a letter or digit."
  }
}

variable "cidr_block" {
  description = "IPv4 range of the network, a prefix of 16 to 28 bits. Environments that are ever to be connected need ranges that do not overlap."
  type        = string

  validation {
    condition     = can(cidrnetmask(var.cidr_block)) && try(cidrhost(var.cidr_block, 0) == split("/", var.cidr_block)[0], false)
    error_message = "cidr_block must be an IPv4 range that begins at its first address, such as 10.155.48.0/20."
  }

  validation {
    condition     = try(tonumber(split("/", var.cidr_block)[1]) >= 16 && tonumber(split("/", var.cidr_block)[1]) <= 28, false)
    error_message = "AWS accepts networks of /16 to /28."
  }
}

variable "availability_zones" {
  description = "Zones to spread over. EKS needs two at least; three survive the loss of one with capacity to spare."
  type        = list(string)

  validation {
    condition     = length(var.availability_zones) >= 2 && length(distinct(var.availability_zones)) == length(var.availability_zones)
    error_message = "Name at least two different availability zones: EKS does not create a cluster in fewer."
  }
}

variable "private_subnet_cidrs" {
  description = "Range of each zone's private subnet, in the order of availability_zones. Null: a quarter of the network for each, which holds for up to three zones."
  type        = list(string)
  default     = null

  validation {
    condition     = var.private_subnet_cidrs == null ? length(var.availability_zones) <= 3 : length(coalesce(var.private_subnet_cidrs, [])) == length(var.availability_zones)
    error_message = "private_subnet_cidrs needs one range a zone; with more than three zones it cannot be left out."
  }

  validation {
    condition     = alltrue([for cidr in coalesce(var.private_subnet_cidrs, []) : can(cidrnetmask(cidr))])
    error_message = "private_subnet_cidrs must be IPv4 ranges."
  }
}

variable "public_subnet_cidrs" {
  description = "Range of each zone's public subnet, in the order of availability_zones. Null: a sixteenth of the network for each, out of its last quarter."
  type        = list(string)
  default     = null

  validation {
    condition     = var.public_subnet_cidrs == null ? length(var.availability_zones) <= 3 : length(coalesce(var.public_subnet_cidrs, [])) == length(var.availability_zones)
    error_message = "public_subnet_cidrs needs one range a zone; with more than three zones it cannot be left out."
  }

  validation {
    condition     = alltrue([for cidr in coalesce(var.public_subnet_cidrs, []) : can(cidrnetmask(cidr))])
    error_message = "public_subnet_cidrs must be IPv4 ranges."
  }
}

variable "single_nat_gateway" {
  description = "One NAT gateway for all zones. False: one a zone, so that the loss of a zone does not cut the others off, at the price of a gateway each."
  type        = bool
  default     = true
}

variable "cluster_name" {
  description = "Cluster whose load balancers look for these subnets by tag. Null leaves the tag out."
  type        = string
  default     = null
}

variable "enable_flow_logs" {
  description = "Record who talks to whom, in CloudWatch Logs."
  type        = bool
  default     = false
}

variable "flow_logs_retention_days" {
  description = "Days that flow logs are kept."
  type        = number
  default     = 30

  validation {
    condition     = contains([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653], var.flow_logs_retention_days)
    error_message = "CloudWatch Logs keeps for 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288 or 3653 days."
  }
}

variable "flow_logs_kms_key_arn" {
  description = "Key that encrypts the flow logs; its policy must let CloudWatch Logs use it. Null: encrypted with a key of AWS."
  type        = string
  default     = null
}

variable "tags" {
  description = "Tags beside the default tags of the provider."
  type        = map(string)
  default     = {}
}
