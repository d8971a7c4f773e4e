locals {
  account_name   = "acme-research-staging"
  aws_account_id = "333344445555"
}
