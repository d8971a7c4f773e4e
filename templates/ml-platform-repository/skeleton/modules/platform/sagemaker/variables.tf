variable "name" {
  description = "Name of the Helm release of the dashboard of SageMaker endpoints."
  type        = string
  default     = "sagemaker-dashboard"
}

variable "name_prefix" {
  description = "Prefix of the names of roles and repository, for several platforms in one account; null keeps the plain names."
  type        = string
  default     = null

  validation {
    condition     = var.name_prefix == null || can(regex("^[a-z0-9]([a-z0-9-]{0,25}[a-z0-9])?$", var.name_prefix))
    error_message = "name_prefix may have 27 lower-case letters, digits and hyphens: names of IAM roles begin with it and end after 64."
  }
}

variable "namespace" {
  description = "Namespace of the dashboard."
  type        = string
  default     = "sagemaker"
}

variable "create_namespace" {
  description = "Create the namespace."
  type        = bool
  default     = true
}

variable "domain_name" {
  description = "Host name under which the platform is reached, for example ml.example.com."
  type        = string

  validation {
    condition     = can(regex("^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$", var.domain_name))
    error_message = "domain_name must be a host name in lower case without scheme or path, such as ml.example.com."
  }
}

variable "domain_suffix" {
  description = "Path of the dashboard under the host name, without a leading slash."
  type        = string
  default     = "sagemaker"

  validation {
    condition     = can(regex("^[a-z0-9]([a-z0-9/-]*[a-z0-9])?$", var.domain_suffix))
    error_message = "domain_suffix must be a path in lower case that neither begins nor ends with a slash."
  }
}

variable "docker_mlflow_sagemaker_base_image" {
  description = "Image with MLflow that SageMaker endpoints are started from, with its tag. It is named in the output `push_image_commands`; the module itself moves no images."
  type        = string
  default     = null

  validation {
    condition     = var.docker_mlflow_sagemaker_base_image == null || can(regex("^[^@[:space:]]+:[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$", var.docker_mlflow_sagemaker_base_image))
    error_message = "docker_mlflow_sagemaker_base_image must end in a tag, such as registry.example.com/mlflow-pyfunc:2.22.0."
  }
}

variable "oidc_provider_arn" {
  description = "ARN of the cluster's IAM OIDC provider. The dashboard's service account assumes its role through it."
  type        = string

  validation {
    condition     = can(regex("^arn:[^:]+:iam::[0-9]{12}:oidc-provider/.+", var.oidc_provider_arn))
    error_message = "oidc_provider_arn must be the ARN of an IAM OIDC provider."
  }
}

variable "ecr_repository_name" {
  description = "Name of the container repository for images of SageMaker endpoints, behind `name_prefix`."
  type        = string
  default     = "mlflow-sagemaker-deployment"
}

variable "ecr_keep_images" {
  description = "How many images with a tag that begins with v are kept."
  type        = number
  default     = 30

  validation {
    condition     = var.ecr_keep_images >= 1 && floor(var.ecr_keep_images) == var.ecr_keep_images
    error_message = "ecr_keep_images must be a whole number from 1."
  }
}

variable "ecr_force_delete" {
  description = "Let a removal delete the repository with its images."
  type        = bool
  default     = false
}

variable "ecr_kms_key_arn" {
  description = "KMS key of the repository; null takes the registry's own encryption. Changing it replaces the repository."
  type        = string
  default     = null
}

variable "model_bucket_arns" {
  description = "ARNs of the buckets whose models the endpoints may read, beside the bucket mlflow-sagemaker-<region>-<account> that MLflow's deployment uses by itself."
  type        = list(string)
  default     = []

  validation {
    condition     = alltrue([for arn in var.model_bucket_arns : can(regex("^arn:[^:]+:s3:::[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$", arn))])
    error_message = "model_bucket_arns must be ARNs of buckets, without a path."
  }
}

variable "sagemaker_full_access" {
  description = "Attach AWS's policy AmazonSageMakerFullAccess to the access role instead of the narrow one of this module."
  type        = bool
  default     = false
}

variable "dashboard_image" {
  description = "Image of the dashboard, with a tag or digest; null deploys no dashboard. It must take its AWS credentials from the SDK's default chain."
  type        = string
  default     = null

  validation {
    condition     = var.dashboard_image == null || (can(regex("(:[A-Za-z0-9_][A-Za-z0-9._-]{0,127}|@sha256:[0-9a-f]{64})$", var.dashboard_image)) && !can(regex(":latest$", var.dashboard_image)))
    error_message = "dashboard_image must carry a tag other than latest, or a digest."
  }
}

variable "dashboard_port" {
  description = "Port on which the dashboard's container listens; 8501 is Streamlit's."
  type        = number
  default     = 8501
}

variable "ingress_class_name" {
  description = "Ingress class; alb is the AWS Load Balancer Controller's."
  type        = string
  default     = "alb"
}

variable "ingress_group_name" {
  description = "Group of Ingresses that share one load balancer. All of a group need the same scheme."
  type        = string
  default     = "mlplatform"
}

variable "ingress_scheme" {
  description = "`internal` is reached from within the network only, `internet-facing` from everywhere. The application itself asks nobody who they are."
  type        = string
  default     = "internal"

  validation {
    condition     = contains(["internal", "internet-facing"], var.ingress_scheme)
    error_message = "ingress_scheme must be internal or internet-facing."
  }

  validation {
    condition     = var.ingress_scheme == "internal" || (var.certificate_arn != null && contains(keys(var.ingress_annotations), "alb.ingress.kubernetes.io/auth-type"))
    error_message = "An internet-facing dashboard needs certificate_arn and a sign-in at the load balancer: ingress_annotations with alb.ingress.kubernetes.io/auth-type and what belongs to it."
  }
}

variable "ingress_annotations" {
  description = "Further annotations of the Ingress, for example those of a sign-in at the load balancer (alb.ingress.kubernetes.io/auth-type)."
  type        = map(string)
  default     = {}
}

variable "certificate_arn" {
  description = "ARN of the ACM certificate of the host name. With it the load balancer answers on HTTPS and redirects HTTP."
  type        = string
  default     = null
}

variable "tags" {
  description = "Tags of the AWS resources, beside the provider's default tags."
  type        = map(string)
  default     = {}
}
