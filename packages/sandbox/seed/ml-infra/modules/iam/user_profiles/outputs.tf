output "role_arns" {
  description = "Role of each profile, by its key."
  value       = { for key, profile in module.aws_profiles : key => profile.role_arn }
}
