locals {
  account_name   = "acme-shared"
  aws_account_id = "555566667777"
}
