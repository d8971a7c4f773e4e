output "rds_host" {
  description = "Host name of the database."
  value       = aws_db_instance.main.address
}

output "rds_port" {
  description = "Port of the database."
  value       = aws_db_instance.main.port
}

output "rds_username" {
  description = "Master user."
  value       = aws_db_instance.main.username
}

output "rds_password" {
  description = "Password as it was given in rds_password; null in every other case, when it is in the secret rds_secret_arn alone."
  value       = var.rds_password
  sensitive   = true
}

output "rds_dbname" {
  description = "Database in the instance."
  value       = aws_db_instance.main.db_name
}

output "rds_identifier" {
  description = "Name of the instance."
  value       = aws_db_instance.main.identifier
}

output "rds_resource_id" {
  description = "What rds-db:connect calls the instance, such as db-ABCDEFGHIJKL01234."
  value       = aws_db_instance.main.resource_id
}

output "rds_arn" {
  description = "ARN of the instance."
  value       = aws_db_instance.main.arn
}

output "rds_secret_arn" {
  description = "Secret that holds the master password."
  value = (
    var.manage_master_user_password ? aws_db_instance.main.master_user_secret[0].secret_arn :
    local.foreign_secret ? data.aws_secretsmanager_secret.given[0].arn : aws_secretsmanager_secret_version.main[0].secret_id
  )
}

output "rds_secret_key" {
  description = "Key of the password in that secret; null when the secret is the password."
  value       = local.secret_key
}

output "rds_security_group_id" {
  description = "Security group of the database."
  value       = aws_security_group.main.id
}
