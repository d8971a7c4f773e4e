variable "vpc_id" {
  description = "Network of the database."
  type        = string
}

variable "private_subnets" {
  description = "Subnets of the database, in two zones at least."
  type        = list(string)

  validation {
    condition     = length(distinct(var.private_subnets)) >= 2
    error_message = "RDS wants subnets in two zones at least, also for an instance in one."
  }
}

variable "private_subnets_cidr_blocks" {
  description = "Ranges whose addresses may connect: those of the subnets that nodes and pods are in."
  type        = list(string)

  validation {
    condition     = alltrue([for cidr in var.private_subnets_cidr_blocks : can(cidrnetmask(cidr))])
    error_message = "private_subnets_cidr_blocks must be IPv4 ranges."
  }

  validation {
    condition     = !contains(var.private_subnets_cidr_blocks, "0.0.0.0/0")
    error_message = "A database is not opened to every address."
  }
}

variable "allowed_security_groups" {
  description = "Security groups that may connect too, by a name of your choice."
  type        = map(string)
  default     = {}
}

variable "rds_identifier" {
  description = "Name of the instance. Null: rds_name with a suffix that makes it unique in account and region."
  type        = string
  default     = null

  validation {
    condition     = var.rds_identifier == null || can(regex("^[a-z](-?[a-z0-9]){0,62}$", coalesce(var.rds_identifier, "-")))
    error_message = "rds_identifier takes small letters, digits and single hyphens, at most 63, and begins with a letter."
  }
}

variable "rds_port" {
  description = "Port that the database listens on."
  type        = number
  default     = 5432

  validation {
    condition     = var.rds_port >= 1150 && var.rds_port <= 65535
    error_message = "RDS listens on ports 1150 to 65535."
  }
}

variable "rds_name" {
  description = "What the database is for, such as airflow. The names of database and user follow from it."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9]{0,9}$", var.rds_name))
    error_message = "rds_name takes small letters and digits, at most 10, and begins with a letter: with _admin behind it it must fit MySQL's 16 characters for a user."
  }
}

variable "rds_dbname" {
  description = "Database made in the instance. Null: <rds_name>_db."
  type        = string
  default     = null

  validation {
    condition     = var.rds_dbname == null || can(regex("^[A-Za-z][A-Za-z0-9_]{0,62}$", coalesce(var.rds_dbname, "-")))
    error_message = "rds_dbname takes letters, digits and underscores, at most 63, and begins with a letter."
  }
}

variable "rds_username" {
  description = "Master user. Null: <rds_name>_admin."
  type        = string
  default     = null

  validation {
    condition     = var.rds_username == null || can(regex("^[A-Za-z][A-Za-z0-9_]{0,62}$", coalesce(var.rds_username, "-")))
    error_message = "rds_username takes letters, digits and underscores, at most 63, and begins with a letter."
  }

  validation {
    condition     = !contains(["admin", "postgres", "rdsadmin", "root", "rds_superuser"], coalesce(var.rds_username, "-")) || var.rds_username == null
    error_message = "RDS keeps the names admin, postgres, rdsadmin, rds_superuser and root to itself on some engine or other; choose another."
  }
}

variable "rds_password" {
  description = "Password of the master user, 8 to 128 printable characters without / @ \" and spaces. Prefer rds_password_secret_name, or none of the two: then the module makes one that nobody sees."
  type        = string
  default     = null
  sensitive   = true

  validation {
    condition     = var.rds_password == null || can(regex("^[!#-.0-?A-~]{8,128}$", coalesce(var.rds_password, "-")))
    error_message = "rds_password takes 8 to 128 printable characters without / @ \" and spaces."
  }

  validation {
    condition     = length([for given in [var.rds_password != null, var.rds_password_secret_name != null, var.manage_master_user_password] : given if given]) <= 1
    error_message = "Give at most one of rds_password, rds_password_secret_name and manage_master_user_password = true."
  }
}

variable "rds_password_secret_name" {
  description = "Secret of Secrets Manager that the password is read from."
  type        = string
  default     = null

  validation {
    condition     = var.rds_password_secret_name == null || can(regex("^[A-Za-z0-9/_+=.@-]{1,512}$", coalesce(var.rds_password_secret_name, " ")))
    error_message = "rds_password_secret_name is the name of a secret, not the secret: letters, digits and / _ + = . @ -."
  }
}

variable "rds_password_secret_key" {
  description = "Key of the password when that secret is JSON. Null: the secret is the password."
  type        = string
  default     = null

  validation {
    condition     = var.rds_password_secret_key == null || var.rds_password_secret_name != null
    error_message = "rds_password_secret_key goes with rds_password_secret_name."
  }
}

variable "rds_password_version" {
  description = "Raise by one to have the password written again: a new one where the module makes it, else what is given or in the secret now."
  type        = number
  default     = 1

  validation {
    condition     = var.rds_password_version >= 1 && floor(var.rds_password_version) == var.rds_password_version
    error_message = "rds_password_version is a whole number from 1 on."
  }
}

variable "manage_master_user_password" {
  description = "Let RDS make the password and change it every seven days. Only for clients that ask Secrets Manager each time they connect: a Kubernetes secret made once would be out of date within the week."
  type        = bool
  default     = false
}

variable "rds_engine" {
  description = "postgres, mysql or mariadb."
  type        = string
  default     = "postgres"

  validation {
    condition     = contains(["postgres", "mysql", "mariadb"], var.rds_engine)
    error_message = "rds_engine is postgres, mysql or mariadb."
  }
}

variable "rds_engine_version" {
  description = "Version of the engine. A major version alone, such as 17, leaves the minor one to RDS."
  type        = string
  default     = "17"

  validation {
    condition     = can(regex("^[0-9]+(\\.[0-9]+){0,2}$", var.rds_engine_version))
    error_message = "rds_engine_version is a version number in quotes, such as \"17\" or \"17.6\"."
  }
}

variable "rds_instance_class" {
  description = "Class of the instance."
  type        = string
  default     = "db.t4g.small"

  validation {
    condition     = can(regex("^db\\.[a-z0-9]+\\.[a-z0-9]+$", var.rds_instance_class))
    error_message = "rds_instance_class is such as db.t4g.small."
  }
}

variable "storage_type" {
  description = "gp3 or gp2."
  type        = string
  default     = "gp3"

  validation {
    condition     = contains(["gp2", "gp3"], var.storage_type)
    error_message = "storage_type is gp3 or gp2; io1 and io2 want IOPS paid for by the month, which these databases do not need."
  }
}

variable "allocated_storage" {
  description = "GiB at first. Storage grows and never shrinks."
  type        = number
  default     = 20

  validation {
    condition     = var.allocated_storage >= 20 && var.allocated_storage <= 65536
    error_message = "allocated_storage is 20 to 65536 GiB."
  }
}

variable "max_allocated_storage" {
  description = "GiB that storage may grow to by itself; 0 for no growth."
  type        = number
  default     = 100

  validation {
    condition     = var.max_allocated_storage == 0 || var.max_allocated_storage > var.allocated_storage
    error_message = "max_allocated_storage is larger than allocated_storage, or 0."
  }
}

variable "kms_key_arn" {
  description = "Key of storage and secret. Null: the account's keys for RDS and Secrets Manager. A change of the storage's key replaces the instance."
  type        = string
  default     = null
}

variable "multi_az" {
  description = "Keep a standby in another zone."
  type        = bool
  default     = false
}

variable "backup_retention_days" {
  description = "Days that automatic backups are kept."
  type        = number
  default     = 7

  validation {
    condition     = var.backup_retention_days >= 1 && var.backup_retention_days <= 35
    error_message = "backup_retention_days is 1 to 35; without backups there is no way back from a wrong statement."
  }
}

variable "deletion_protection" {
  description = "Refuse to delete the instance. Set to false and apply before a destroy."
  type        = bool
  default     = true
}

variable "skip_final_snapshot" {
  description = "Delete without a last snapshot. Everything in the database is lost then."
  type        = bool
  default     = false
}

variable "apply_immediately" {
  description = "Do not wait for the maintenance window with changes that interrupt."
  type        = bool
  default     = false
}

variable "iam_database_authentication_enabled" {
  description = "Let database users log in with IAM, as roles with RDS access do."
  type        = bool
  default     = true
}

variable "tags" {
  description = "Tags beside the default tags of the provider."
  type        = map(string)
  default     = {}
}
