# Account of the research teams. Billing: cost centre 4711.
locals {
  account_name   = "acme-research"
  aws_account_id = "222233334444"
}
