locals {
  account_name   = "acme-canary"
  aws_account_id = "<ordered, ML-1302>"
}
