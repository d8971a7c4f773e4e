variable "namespace" {
  description = "Namespace of the Kubernetes secret."
  type        = string
}

variable "s3_data_bucket_name" {
  description = "Name of the bucket."
  type        = string
}

variable "s3_data_bucket_secret_name" {
  description = "Name of the Kubernetes secret that tells DAGs where the bucket is."
  type        = string
}

variable "s3_force_destroy" {
  description = "Delete the objects with the bucket."
  type        = bool
  default     = false
}

variable "role_name" {
  description = "Role that may read and write the bucket."
  type        = string
}

variable "role_arn" {
  description = "ARN of that role, told to DAGs."
  type        = string
}

variable "tags" {
  description = "Tags beside the default tags of the provider."
  type        = map(string)
  default     = {}
}
