locals {
  dbname   = coalesce(var.rds_dbname, "${var.rds_name}_db")
  username = coalesce(var.rds_username, "${var.rds_name}_admin")

  # Names that are unique even where two environments share an account.
  prefix = "${coalesce(var.rds_identifier, var.rds_name)}-"
}

resource "aws_db_subnet_group" "main" {
  name_prefix = local.prefix
  description = "Database ${var.rds_name}"
  subnet_ids  = var.private_subnets

  tags = var.tags
}

resource "aws_security_group" "main" {
  name_prefix = "${local.prefix}db-"
  description = "Database ${var.rds_name}"
  vpc_id      = var.vpc_id

  tags = merge(var.tags, { Name = "${local.prefix}db" })

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_ingress_rule" "ranges" {
  for_each = toset(var.private_subnets_cidr_blocks)

  security_group_id = aws_security_group.main.id
  description       = "Nodes and pods"
  cidr_ipv4         = each.key
  ip_protocol       = "tcp"
  from_port         = var.rds_port
  to_port           = var.rds_port

  tags = var.tags
}

resource "aws_vpc_security_group_ingress_rule" "groups" {
  for_each = var.allowed_security_groups

  security_group_id            = aws_security_group.main.id
  description                  = each.key
  referenced_security_group_id = each.value
  ip_protocol                  = "tcp"
  from_port                    = var.rds_port
  to_port                      = var.rds_port

  tags = var.tags
}

# A final snapshot outlives its instance; the next one of the same name needs another name for its own.
resource "random_id" "final_snapshot" {
  byte_length = 4
}

resource "aws_db_instance" "main" {
  identifier        = var.rds_identifier
  identifier_prefix = var.rds_identifier == null ? local.prefix : null

  engine                      = var.rds_engine
  engine_version              = var.rds_engine_version
  auto_minor_version_upgrade  = true
  allow_major_version_upgrade = false

  instance_class        = var.rds_instance_class
  storage_type          = var.storage_type
  allocated_storage     = var.allocated_storage
  max_allocated_storage = var.max_allocated_storage
  storage_encrypted     = true
  kms_key_id            = var.kms_key_arn

  db_name  = local.dbname
  username = local.username
  port     = var.rds_port

  password_wo                         = local.password
  password_wo_version                 = var.manage_master_user_password ? null : var.rds_password_version
  manage_master_user_password         = var.manage_master_user_password ? true : null
  master_user_secret_kms_key_id       = var.manage_master_user_password ? var.kms_key_arn : null
  iam_database_authentication_enabled = var.iam_database_authentication_enabled

  db_subnet_group_name   = aws_db_subnet_group.main.name
  vpc_security_group_ids = [aws_security_group.main.id]
  publicly_accessible    = false
  multi_az               = var.multi_az

  backup_retention_period   = var.backup_retention_days
  copy_tags_to_snapshot     = true
  delete_automated_backups  = false
  deletion_protection       = var.deletion_protection
  skip_final_snapshot       = var.skip_final_snapshot
  final_snapshot_identifier = "${local.prefix}final-${random_id.final_snapshot.hex}"
  apply_immediately         = var.apply_immediately

  tags = merge(var.tags, { Name = coalesce(var.rds_identifier, var.rds_name) })
}
