# Terraform does not mock ephemeral resources, so the providers are the real ones: a plan
# of what does not exist yet asks AWS nothing.
provider "aws" {
  region                      = "eu-west-2"
  access_key                  = "test"
  secret_key                  = "test"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_requesting_account_id  = true
  skip_region_validation      = true
}

provider "random" {}

variables {
  vpc_id                      = "vpc-00000000000000000"
  private_subnets             = ["subnet-00000000000000000", "subnet-11111111111111111"]
  private_subnets_cidr_blocks = ["10.155.48.0/22", "10.155.52.0/22"]
  rds_name                    = "airflow"
}

run "defaults" {
  command = plan

  assert {
    condition     = aws_db_instance.main.db_name == "airflow_db" && aws_db_instance.main.username == "airflow_admin" && output.rds_dbname == "airflow_db" && output.rds_username == "airflow_admin"
    error_message = "Database and user are named as Airflow expects them."
  }

  assert {
    condition     = aws_db_instance.main.engine == "postgres" && aws_db_instance.main.port == 5432 && aws_db_instance.main.identifier_prefix == "airflow-"
    error_message = "It is PostgreSQL on its usual port."
  }

  assert {
    condition     = aws_db_instance.main.storage_encrypted && !aws_db_instance.main.publicly_accessible && aws_db_instance.main.iam_database_authentication_enabled
    error_message = "Storage is encrypted, the address private, and IAM may log in."
  }

  assert {
    condition     = aws_db_instance.main.deletion_protection && !aws_db_instance.main.skip_final_snapshot && aws_db_instance.main.backup_retention_period == 7 && !aws_db_instance.main.delete_automated_backups
    error_message = "Data is protected against deletion."
  }

  assert {
    condition     = keys(aws_vpc_security_group_ingress_rule.ranges) == ["10.155.48.0/22", "10.155.52.0/22"] && alltrue([for rule in aws_vpc_security_group_ingress_rule.ranges : rule.from_port == 5432 && rule.to_port == 5432 && rule.ip_protocol == "tcp"])
    error_message = "Only the private subnets connect, and to the port alone."
  }

  assert {
    condition     = length(aws_secretsmanager_secret.main) == 1 && aws_secretsmanager_secret.main[0].name_prefix == "airflow-db-" && output.rds_secret_key == "password"
    error_message = "The password is in a secret of its own."
  }

  assert {
    condition     = aws_db_instance.main.password_wo_version == 1 && aws_db_instance.main.password == null && aws_db_instance.main.manage_master_user_password == null && output.rds_password == null
    error_message = "The password is written and not kept."
  }
}

run "given_password" {
  command = plan

  variables {
    rds_password         = "correct-horse-battery"
    rds_password_version = 2
    rds_identifier       = "mlops-test-mlflow"
    rds_name             = "mlflow"
    rds_port             = 5433
    allowed_security_groups = {
      notebooks = "sg-00000000000000000"
    }
  }

  assert {
    condition     = output.rds_password == "correct-horse-battery" && aws_db_instance.main.password == null && aws_db_instance.main.password_wo_version == 2
    error_message = "A given password is handed on and written anew with each version."
  }

  assert {
    condition     = aws_db_instance.main.identifier == "mlops-test-mlflow" && aws_db_subnet_group.main.name_prefix == "mlops-test-mlflow-"
    error_message = "A given name is used."
  }

  assert {
    condition     = aws_vpc_security_group_ingress_rule.groups["notebooks"].referenced_security_group_id == "sg-00000000000000000" && aws_vpc_security_group_ingress_rule.groups["notebooks"].from_port == 5433
    error_message = "Security groups can be let in."
  }
}

run "password_of_rds" {
  command = plan

  variables {
    manage_master_user_password = true
  }

  assert {
    condition     = aws_db_instance.main.manage_master_user_password && length(aws_secretsmanager_secret.main) == 0 && aws_db_instance.main.password_wo_version == null
    error_message = "RDS keeps the password; the module makes none."
  }
}

run "two_passwords" {
  command = plan

  variables {
    rds_password                = "correct-horse-battery"
    manage_master_user_password = true
  }

  expect_failures = [var.rds_password]
}

run "key_of_no_secret" {
  command = plan

  variables {
    rds_password_secret_key = "password"
  }

  expect_failures = [var.rds_password_secret_key]
}

run "secret_in_place_of_its_name" {
  command = plan

  variables {
    rds_password_secret_name = "pa$$word!"
  }

  expect_failures = [var.rds_password_secret_name]
}

run "open_to_everybody" {
  command = plan

  variables {
    private_subnets_cidr_blocks = ["0.0.0.0/0"]
  }

  expect_failures = [var.private_subnets_cidr_blocks]
}

run "inputs_that_are_none" {
  command = plan

  variables {
    private_subnets       = ["subnet-00000000000000000"]
    rds_name              = "Air-Flow"
    rds_port              = 80
    rds_engine            = "oracle"
    rds_engine_version    = "latest"
    rds_instance_class    = "t4g.small"
    storage_type          = "ssd"
    allocated_storage     = 10
    backup_retention_days = 0
    rds_password          = "short"
  }

  expect_failures = [
    var.private_subnets,
    var.rds_name,
    var.rds_port,
    var.rds_engine,
    var.rds_engine_version,
    var.rds_instance_class,
    var.storage_type,
    var.allocated_storage,
    var.backup_retention_days,
    var.rds_password,
  ]
}

run "room_to_grow" {
  command = plan

  variables {
    allocated_storage     = 200
    max_allocated_storage = 100
  }

  expect_failures = [var.max_allocated_storage]
}
