variable "name_prefix" {
  description = "What the names of all AWS resources start with, usually `<project>-<environment>`."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{0,30}[a-z0-9]$", var.name_prefix))
    error_message = "name_prefix has 2 to 32 lower-case letters, digits and hyphens, starts with a letter and does not end with a hyphen (S3 bucket names start with it)."
  }
}

variable "name" {
  description = "Name of the Helm release and of the Deployment; the Service is `<name>-service`."
  type        = string
  default     = "mlflow"

  validation {
    condition     = can(regex("^[a-z]([a-z0-9-]{0,51}[a-z0-9])?$", var.name))
    error_message = "name is a Kubernetes name of at most 53 characters (the limit of Helm for a release)."
  }
}

variable "namespace" {
  description = "Namespace of MLflow; part of the names of bucket, role and database."
  type        = string
  default     = "mlflow"

  validation {
    condition     = can(regex("^[a-z0-9]([a-z0-9-]*[a-z0-9])?$", var.namespace)) && length("${var.name_prefix}-${var.namespace}") <= 40
    error_message = "namespace is a Kubernetes name, and `<name_prefix>-<namespace>` has at most 40 characters (IAM roles and the database are named by it)."
  }
}

variable "create_namespace" {
  description = "Create the namespace; false when something else owns it."
  type        = bool
  default     = true
}

variable "domain_name" {
  description = "Host name of the platform, shared by all tools."
  type        = string

  validation {
    condition     = can(regex("^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}$", var.domain_name))
    error_message = "domain_name is a host name such as ml.example.com, without scheme and path."
  }
}

variable "domain_suffix" {
  description = "Path of MLflow below the host name, without slashes around it."
  type        = string
  default     = "mlflow"

  validation {
    condition     = can(regex("^[a-z0-9]([a-z0-9-]*[a-z0-9])?$", var.domain_suffix)) && !contains(["health", "static", "static-files", "gateway"], var.domain_suffix)
    error_message = "domain_suffix is one path segment of lower-case letters, digits and hyphens, and none that MLflow keeps for itself (health, static, static-files, gateway)."
  }
}

variable "ingress_class_name" {
  description = "Class of the ingress."
  type        = string
  default     = "alb"
}

variable "ingress_group_name" {
  description = "Group of the AWS load balancer controller: ingresses of one group share one load balancer, and must agree on the scheme."
  type        = string
  default     = "mlplatform"
}

variable "ingress_scheme" {
  description = "`internal` or `internet-facing`; the latter only with `certificate_arn`, since passwords travel in each request."
  type        = string
  default     = "internal"

  validation {
    condition     = contains(["internal", "internet-facing"], var.ingress_scheme)
    error_message = "ingress_scheme is internal or internet-facing."
  }

  validation {
    condition     = var.ingress_scheme == "internal" || (var.certificate_arn != null && var.auth_enabled)
    error_message = "An internet-facing MLflow needs certificate_arn and auth_enabled: without them its endpoint is open to everybody."
  }
}

variable "ingress_allowed_cidrs" {
  description = "Address ranges that may come in through the load balancer; empty means all that reach it."
  type        = list(string)
  default     = []

  validation {
    condition     = alltrue([for cidr in var.ingress_allowed_cidrs : can(cidrhost(cidr, 0))])
    error_message = "Each entry of ingress_allowed_cidrs is a range such as 203.0.113.0/24."
  }

  validation {
    condition     = length(var.ingress_allowed_cidrs) <= 2
    error_message = "At most 2 ranges: a rule of an application load balancer has 5 values, of which host and path take three."
  }
}

variable "certificate_arn" {
  description = "ARN of the ACM certificate of the HTTPS listener; without one the address is plain HTTP and stays internal."
  type        = string
  default     = null

  validation {
    condition     = var.certificate_arn == null || can(regex("^arn:aws[a-z-]*:acm:[a-z0-9-]+:[0-9]{12}:certificate/[a-z0-9-]+$", var.certificate_arn))
    error_message = "certificate_arn is the ARN of an ACM certificate."
  }
}

variable "oidc_provider_arn" {
  description = "ARN of the IAM OIDC provider of the cluster."
  type        = string

  validation {
    condition     = can(regex("^arn:aws[a-z-]*:iam::[0-9]{12}:oidc-provider/.+$", var.oidc_provider_arn))
    error_message = "oidc_provider_arn is the ARN of an IAM OIDC provider (arn:aws:iam::<account>:oidc-provider/<issuer without https://>)."
  }
}

variable "s3_bucket_name" {
  description = "Last part of the name of the artifact bucket: `<name_prefix>-<namespace>-<s3_bucket_name>`."
  type        = string
  default     = "artifacts"

  validation {
    condition     = can(regex("^[a-z0-9]([a-z0-9-]*[a-z0-9])?$", var.s3_bucket_name)) && length("${var.name_prefix}-${var.namespace}-${var.s3_bucket_name}") <= 63
    error_message = "s3_bucket_name has lower-case letters, digits and hyphens, and the whole bucket name at most 63 characters."
  }
}

variable "s3_force_destroy" {
  description = "Delete the artifacts with the bucket. Set to true and apply before MLflow is removed, if the artifacts are to go too."
  type        = bool
  default     = false
}

variable "vpc_id" {
  description = "VPC of the database."
  type        = string
}

variable "private_subnets" {
  description = "Ids of the subnets of the database, in two zones at least."
  type        = list(string)
}

variable "private_subnets_cidr_blocks" {
  description = "Address ranges that reach the database: those of the nodes."
  type        = list(string)
}

variable "rds_port" {
  description = "Port of the database."
  type        = number
  default     = 5432
}

variable "rds_name" {
  description = "Name of the database; its user and schema start with it."
  type        = string
  default     = "mlflow"
}

variable "rds_password" {
  description = "Password of the database. Stands in the plan; prefer rds_password_secret_name. Without either one is generated."
  type        = string
  default     = null
  sensitive   = true

  validation {
    condition     = var.rds_password == null || var.rds_password_secret_name == null
    error_message = "Give rds_password or rds_password_secret_name, not both."
  }
}

variable "rds_password_secret_name" {
  description = "Name of the Secrets Manager secret that holds the password of the database."
  type        = string
  default     = null
}

variable "rds_password_secret_key" {
  description = "Key of the password, where that secret is JSON."
  type        = string
  default     = null

  validation {
    condition     = var.rds_password_secret_key == null || var.rds_password_secret_name != null
    error_message = "rds_password_secret_key needs rds_password_secret_name."
  }
}

variable "rds_engine" {
  description = "Engine of the database. The connection string is one of PostgreSQL."
  type        = string
  default     = "postgres"

  validation {
    condition     = contains(["postgres", "aurora-postgresql"], var.rds_engine)
    error_message = "rds_engine is postgres or aurora-postgresql: MLflow is told to connect to PostgreSQL."
  }
}

variable "rds_engine_version" {
  description = "Version of the engine; a major version alone lets RDS choose the minor one."
  type        = string
  default     = "17"
}

variable "rds_instance_class" {
  description = "Size of the database."
  type        = string
  default     = "db.t4g.small"
}

variable "rds_storage_type" {
  description = "Kind of storage of the database."
  type        = string
  default     = "gp3"
}

variable "rds_max_allocated_storage" {
  description = "GiB up to which the storage of the database grows by itself."
  type        = number
  default     = 100
}

variable "rds_deletion_protection" {
  description = "Refuse to delete the database. Set to false and apply before MLflow is removed."
  type        = bool
  default     = true
}

variable "rds_skip_final_snapshot" {
  description = "Delete the database without a last snapshot."
  type        = bool
  default     = false
}

variable "image" {
  description = "Image of the server, with a PostgreSQL driver, boto3 and, for auth_enabled, the auth extra."
  type        = string
  default     = "ghcr.io/mlflow/mlflow:v3.17.0-full"

  validation {
    condition     = can(regex("^[^\\s:]+(:[0-9]+/[^\\s:]+)?(:[A-Za-z0-9._-]+|@sha256:[0-9a-f]{64})$", var.image)) && !endswith(var.image, ":latest")
    error_message = "image is <repository>:<tag> or <repository>@sha256:<digest>, and the tag is not latest (a newer server may refuse the schema of the database)."
  }
}

variable "service_account_name" {
  description = "Service account of the server; the role trusts this one alone."
  type        = string
  default     = "mlflow-sa"
}

variable "replicas" {
  description = "Number of pods. All state is in database and bucket."
  type        = number
  default     = 1

  validation {
    condition     = var.replicas >= 1 && floor(var.replicas) == var.replicas
    error_message = "replicas is a whole number of at least 1."
  }
}

variable "resources" {
  description = "Requests and limits of the server."
  type = object({
    requests = optional(map(string), {})
    limits   = optional(map(string), {})
  })
  default = {
    requests = { cpu = "250m", memory = "1Gi" }
    limits   = { memory = "2Gi" }
  }
}

variable "workers" {
  description = "Processes of the server in each pod."
  type        = number
  default     = 2

  validation {
    condition     = var.workers >= 1 && floor(var.workers) == var.workers
    error_message = "workers is a whole number of at least 1."
  }
}

variable "job_execution" {
  description = "Let the server run jobs of its own (scorers, optimisation of prompts). They take seven more processes, and about 1.7 GiB beside `resources`' default."
  type        = bool
  default     = false
}

variable "auth_enabled" {
  description = "Ask for user and password (MLflow's own basic authentication). Without it everybody who reaches the service reads and writes all."
  type        = bool
  default     = true
}

variable "auth_admin_username" {
  description = "Name of the first user, who makes the others."
  type        = string
  default     = "admin"

  validation {
    condition     = can(regex("^[A-Za-z0-9._@-]{1,64}$", var.auth_admin_username))
    error_message = "auth_admin_username has 1 to 64 letters, digits, dots, underscores, hyphens and @."
  }
}

variable "auth_default_permission" {
  description = "What a user may do with experiments and models of others unless told otherwise."
  type        = string
  default     = "READ"

  validation {
    condition     = contains(["READ", "EDIT", "MANAGE", "NO_PERMISSIONS"], var.auth_default_permission)
    error_message = "auth_default_permission is READ, EDIT, MANAGE or NO_PERMISSIONS."
  }
}

variable "auth_admin_password" {
  description = "Password of the first user, at least 12 characters. Stands in the plan; prefer auth_admin_password_secret_name. Without either one is generated."
  type        = string
  default     = null
  sensitive   = true

  validation {
    condition     = var.auth_admin_password == null || var.auth_admin_password_secret_name == null
    error_message = "Give auth_admin_password or auth_admin_password_secret_name, not both."
  }

  validation {
    condition     = var.auth_admin_password == null || length(coalesce(var.auth_admin_password, "-")) >= 12
    error_message = "auth_admin_password has at least 12 characters: MLflow refuses shorter ones."
  }
}

variable "auth_admin_password_secret_name" {
  description = "Name of the Secrets Manager secret that holds the password of the first user."
  type        = string
  default     = null
}

variable "auth_admin_password_secret_key" {
  description = "Key of the password, where that secret is JSON."
  type        = string
  default     = null

  validation {
    condition     = var.auth_admin_password_secret_key == null || var.auth_admin_password_secret_name != null
    error_message = "auth_admin_password_secret_key needs auth_admin_password_secret_name."
  }
}

variable "allowed_hosts" {
  description = "Further Host headers the server answers to, `*` as wildcard, beside domain_name, the names of its Service and private addresses."
  type        = list(string)
  default     = []
}

variable "health_check_path" {
  description = "Path of the health checks; by default `/<domain_suffix>/health`. Servers before 2.17 answer on `/health`."
  type        = string
  default     = null

  validation {
    condition     = var.health_check_path == null || startswith(coalesce(var.health_check_path, "-"), "/")
    error_message = "health_check_path starts with a slash."
  }
}

variable "database_upgrade" {
  description = "Upgrade the schema of the database before the server starts. For a newer image, after a snapshot and with one replica."
  type        = bool
  default     = false

  validation {
    condition     = !var.database_upgrade || var.replicas == 1
    error_message = "database_upgrade needs replicas = 1: two pods must not change the schema at once."
  }
}

variable "secrets_revision" {
  description = "Raise it when a secret was changed in Secrets Manager: its value is read again and the pods are restarted."
  type        = number
  default     = 1

  validation {
    condition     = var.secrets_revision >= 1 && floor(var.secrets_revision) == var.secrets_revision
    error_message = "secrets_revision is a whole number of at least 1."
  }
}

variable "helm_wait" {
  description = "Wait until the server is ready; an apply fails when it does not come up."
  type        = bool
  default     = true
}

variable "helm_timeout_seconds" {
  description = "How long to wait for the server."
  type        = number
  default     = 600
}

variable "tags" {
  description = "Tags beside the default tags of the provider."
  type        = map(string)
  default     = {}
}
