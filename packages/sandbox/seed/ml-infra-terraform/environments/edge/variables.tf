variable "aws_account_id" { type = string }
variable "aws_region" { type = string }
variable "environment" { type = string }
variable "project_name" { type = string }
variable "kubernetes_version" { type = string }

variable "gpu_nodes" {
  description = "Sizes of the GPU node group."
  type = object({
    instance_types = list(string)
    min            = number
    max            = number
  })
}
