variable "name_prefix" {
  description = "What the names of all AWS resources start with, usually `<project>-<environment>`."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{0,30}[a-z0-9]$", var.name_prefix))
    error_message = "name_prefix has 2 to 32 lower-case letters, digits and hyphens, starts with a letter and does not end with a hyphen (S3 bucket names start with it)."
  }
}

variable "name" {
  description = "Name of the Helm release."
  type        = string
  default     = "airflow"

  validation {
    condition     = can(regex("^[a-z]([a-z0-9-]{0,40}[a-z0-9])?$", var.name))
    error_message = "name is a Kubernetes name of at most 42 characters (the chart asks for that)."
  }
}

variable "namespace" {
  description = "Namespace of Airflow; part of the names of bucket, role, database and secrets."
  type        = string
  default     = "airflow"

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
  description = "Path of Airflow below the host name, without slashes around it."
  type        = string
  default     = "airflow"

  validation {
    condition     = can(regex("^[a-z0-9]([a-z0-9-]*[a-z0-9])?$", var.domain_suffix))
    error_message = "domain_suffix is one path segment of lower-case letters, digits and hyphens."
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
  description = "`internal` or `internet-facing`; the latter only with `certificate_arn`, since sessions travel in each request."
  type        = string
  default     = "internal"

  validation {
    condition     = contains(["internal", "internet-facing"], var.ingress_scheme)
    error_message = "ingress_scheme is internal or internet-facing."
  }

  validation {
    condition     = var.ingress_scheme == "internal" || var.certificate_arn != null
    error_message = "An internet-facing Airflow needs certificate_arn: without it sessions and the GitHub sign-in go over plain HTTP."
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

variable "s3_mlflow_bucket_policy_arn" {
  description = "IAM policy of MLflow's artifacts (output of platform/mlflow), for DAGs that log to MLflow; null without MLflow."
  type        = string
  default     = null

  validation {
    condition     = var.s3_mlflow_bucket_policy_arn == null || can(regex("^arn:aws[a-z-]*:iam::([0-9]{12}|aws):policy/.+$", var.s3_mlflow_bucket_policy_arn))
    error_message = "s3_mlflow_bucket_policy_arn is the ARN of an IAM policy."
  }
}

variable "s3_data_bucket_name" {
  description = "Last part of the name of the data bucket: `<name_prefix>-<namespace>-<s3_data_bucket_name>`."
  type        = string
  default     = "data-storage"

  validation {
    condition     = can(regex("^[a-z0-9]([a-z0-9-]*[a-z0-9])?$", var.s3_data_bucket_name)) && length("${var.name_prefix}-${var.namespace}-${var.s3_data_bucket_name}") <= 63
    error_message = "s3_data_bucket_name has lower-case letters, digits and hyphens, and the whole bucket name at most 63 characters."
  }
}

variable "s3_data_bucket_secret_name" {
  description = "Last part of the name of the Kubernetes secret that tells DAGs where the data bucket is: `<namespace>-<s3_data_bucket_secret_name>`. Airflow's variable `s3_access_name` holds the whole name."
  type        = string
  default     = "s3-data-bucket-access"

  validation {
    condition     = can(regex("^[a-z0-9]([a-z0-9-]*[a-z0-9])?$", var.s3_data_bucket_secret_name))
    error_message = "s3_data_bucket_secret_name has lower-case letters, digits and hyphens."
  }
}

variable "s3_force_destroy" {
  description = "Delete data and logs with the bucket. Set to true and apply before Airflow is removed, if they are to go too."
  type        = bool
  default     = false
}

variable "airflow_variable_list" {
  description = "Airflow variables to set, beside s3_access_name. Not for secrets: they stand in the Helm release."
  type        = list(object({ key = string, value = string }))
  default     = []

  validation {
    condition     = length(distinct([for variable in var.airflow_variable_list : variable.key])) == length(var.airflow_variable_list) && !contains([for variable in var.airflow_variable_list : variable.key], "s3_access_name")
    error_message = "Each key of airflow_variable_list stands there once, and s3_access_name is set by the module."
  }
}

variable "sagemaker_access_role_name" {
  description = "Role that SageMaker assumes (output of platform/sagemaker), told to DAGs by a Kubernetes secret; null without SageMaker."
  type        = string
  default     = null
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
  description = "Name of the database: its schema is `<rds_name>_db`, its user `<rds_name>_admin`."
  type        = string
  default     = "airflow"
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
  description = "Engine of the database. The chart is told that it is PostgreSQL."
  type        = string
  default     = "postgres"

  validation {
    condition     = contains(["postgres", "aurora-postgresql"], var.rds_engine)
    error_message = "rds_engine is postgres or aurora-postgresql: Airflow is told to connect to PostgreSQL."
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
  description = "Refuse to delete the database. Set to false and apply before Airflow is removed."
  type        = bool
  default     = true
}

variable "rds_skip_final_snapshot" {
  description = "Delete the database without a last snapshot."
  type        = bool
  default     = false
}

variable "git_username" {
  description = "User git-sync fetches DAGs as; GitHub takes any name with a token."
  type        = string
  default     = "git"
}

variable "git_token" {
  description = "Token git-sync fetches DAGs with; none for a public repository. Stands in the plan; prefer git_token_secret_name."
  type        = string
  default     = null
  sensitive   = true

  validation {
    condition     = var.git_token == null || var.git_token_secret_name == null
    error_message = "Give git_token or git_token_secret_name, not both."
  }
}

variable "git_token_secret_name" {
  description = "Name of the Secrets Manager secret that holds git_token."
  type        = string
  default     = null
}

variable "git_token_secret_key" {
  description = "Key of git_token, where that secret is JSON."
  type        = string
  default     = null

  validation {
    condition     = var.git_token_secret_key == null || var.git_token_secret_name != null
    error_message = "git_token_secret_key needs git_token_secret_name."
  }
}

variable "git_client_id" {
  description = "Client id of the GitHub OAuth app people sign in with (its callback is output `oauth_callback_url`)."
  type        = string

  validation {
    condition     = length(trimspace(var.git_client_id)) > 0
    error_message = "git_client_id is the client id of a GitHub OAuth app: without it nobody can sign in."
  }
}

variable "git_client_secret" {
  description = "Client secret of that OAuth app. Stands in the plan; prefer git_client_secret_secret_name."
  type        = string
  default     = null
  sensitive   = true

  validation {
    condition     = (var.git_client_secret == null) != (var.git_client_secret_secret_name == null)
    error_message = "Give git_client_secret or git_client_secret_secret_name, one of the two."
  }
}

variable "git_client_secret_secret_name" {
  description = "Name of the Secrets Manager secret that holds git_client_secret."
  type        = string
  default     = null
}

variable "git_client_secret_secret_key" {
  description = "Key of git_client_secret, where that secret is JSON."
  type        = string
  default     = null

  validation {
    condition     = var.git_client_secret_secret_key == null || var.git_client_secret_secret_name != null
    error_message = "git_client_secret_secret_key needs git_client_secret_secret_name."
  }
}

variable "git_repository_url" {
  description = "HTTPS address of the repository of DAGs."
  type        = string

  validation {
    condition     = can(regex("^https://[^\\s@]+$", var.git_repository_url))
    error_message = "git_repository_url starts with https:// and holds no user or token (git_token or git_token_secret_name is for that)."
  }
}

variable "git_branch" {
  description = "Branch of the DAGs."
  type        = string
  default     = "main"
}

variable "github_team_roles" {
  description = "Airflow roles of GitHub teams: `<organisation>/<team>` to a list of Airflow roles (Admin, Op, User, Viewer, Public). Who is in none may sign in and see nothing."
  type        = map(list(string))
  default     = {}

  validation {
    condition     = alltrue([for team in keys(var.github_team_roles) : can(regex("^[A-Za-z0-9-]+/[a-z0-9_-]+$", team))])
    error_message = "Each key of github_team_roles is <organisation>/<team>."
  }

  validation {
    condition     = alltrue([for roles in values(var.github_team_roles) : length(roles) > 0])
    error_message = "Each team of github_team_roles has at least one role."
  }
}

variable "github_api_url" {
  description = "Address of GitHub's API, with a slash at the end; `https://<host>/api/v3/` for GitHub Enterprise."
  type        = string
  default     = "https://api.github.com/"

  validation {
    condition     = can(regex("^https://.+/$", var.github_api_url))
    error_message = "github_api_url starts with https:// and ends with a slash (paths are resolved against it)."
  }
}

variable "github_url" {
  description = "Address of GitHub, without a slash at the end."
  type        = string
  default     = "https://github.com"

  validation {
    condition     = can(regex("^https://.+[^/]$", var.github_url))
    error_message = "github_url starts with https:// and does not end with a slash."
  }
}

variable "fernet_key" {
  description = "Key that connections and variables are encrypted with in the database. Stands in the plan; prefer fernet_key_secret_name. Without either one is generated."
  type        = string
  default     = null
  sensitive   = true

  validation {
    condition     = var.fernet_key == null || var.fernet_key_secret_name == null
    error_message = "Give fernet_key or fernet_key_secret_name, not both."
  }

  validation {
    condition     = var.fernet_key == null || can(regex("^[A-Za-z0-9_-]{43}=$", coalesce(var.fernet_key, "-")))
    error_message = "fernet_key is 32 bytes in URL-safe base64: 43 characters and an equals sign."
  }
}

variable "fernet_key_secret_name" {
  description = "Name of the Secrets Manager secret that holds fernet_key."
  type        = string
  default     = null
}

variable "fernet_key_secret_key" {
  description = "Key of fernet_key, where that secret is JSON."
  type        = string
  default     = null

  validation {
    condition     = var.fernet_key_secret_key == null || var.fernet_key_secret_name != null
    error_message = "fernet_key_secret_key needs fernet_key_secret_name."
  }
}

variable "webserver_secret_key" {
  description = "Key the sessions of the web server are signed with. Stands in the plan; prefer webserver_secret_key_secret_name. Without either one is generated."
  type        = string
  default     = null
  sensitive   = true

  validation {
    condition     = var.webserver_secret_key == null || var.webserver_secret_key_secret_name == null
    error_message = "Give webserver_secret_key or webserver_secret_key_secret_name, not both."
  }
}

variable "webserver_secret_key_secret_name" {
  description = "Name of the Secrets Manager secret that holds webserver_secret_key."
  type        = string
  default     = null
}

variable "webserver_secret_key_secret_key" {
  description = "Key of webserver_secret_key, where that secret is JSON."
  type        = string
  default     = null

  validation {
    condition     = var.webserver_secret_key_secret_key == null || var.webserver_secret_key_secret_name != null
    error_message = "webserver_secret_key_secret_key needs webserver_secret_key_secret_name."
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

variable "helm_repository" {
  description = "Repository of the chart."
  type        = string
  default     = "https://airflow-helm.github.io/charts"
}

variable "helm_chart_name" {
  description = "Name of the chart."
  type        = string
  default     = "airflow"
}

variable "helm_chart_version" {
  description = "Version of the chart."
  type        = string
  default     = "8.9.0"

  validation {
    condition     = can(regex("^8\\.[0-9]+\\.[0-9]+$", var.helm_chart_version))
    error_message = "helm_chart_version is a version 8.x.y of the user-community chart: the values are written for that line."
  }
}

variable "helm_wait" {
  description = "Wait until all pods are ready; an apply fails when they do not come up."
  type        = bool
  default     = true
}

variable "helm_timeout_seconds" {
  description = "How long to wait for the pods."
  type        = number
  default     = 900
}

variable "image_repository" {
  description = "Image of Airflow."
  type        = string
  default     = "apache/airflow"
}

variable "image_tag" {
  description = "Tag of the image: Airflow 2.6 to 2.9."
  type        = string
  default     = "2.9.3-python3.11"

  validation {
    condition     = !startswith(var.image_tag, "3.") && var.image_tag != "latest"
    error_message = "image_tag is a fixed tag of Airflow 2: the chart does not run Airflow 3."
  }
}

variable "default_timezone" {
  description = "Time zone of schedules that name none."
  type        = string
  default     = "Europe/Amsterdam"
}

variable "logs_storage_class" {
  description = "Storage class of a ReadWriteMany volume for logs, such as `efs`; null keeps the logs of tasks in the data bucket."
  type        = string
  default     = null
}

variable "logs_storage_size" {
  description = "Size of that volume."
  type        = string
  default     = "5Gi"
}

variable "tags" {
  description = "Tags beside the default tags of the provider."
  type        = map(string)
  default     = {}
}
