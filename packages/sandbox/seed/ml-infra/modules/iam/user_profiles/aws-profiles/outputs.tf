output "role_name" {
  value = aws_iam_role.user_access_role.name
}

output "role_arn" {
  value = aws_iam_role.user_access_role.arn
}
