variable "name_prefix" {
  description = "What the name of the role starts with."
  type        = string
}

variable "namespace" {
  description = "Namespace of the service account."
  type        = string
}

variable "service_account_name" {
  description = "The one service account that may assume the role."
  type        = string
}

variable "oidc_provider_arn" {
  description = "ARN of the IAM OIDC provider of the cluster."
  type        = string
}

variable "s3_mlflow_bucket_policy_arn" {
  description = "IAM policy of MLflow's artifacts; null without MLflow."
  type        = string
  default     = null
}

variable "tags" {
  description = "Tags beside the default tags of the provider."
  type        = map(string)
  default     = {}
}
