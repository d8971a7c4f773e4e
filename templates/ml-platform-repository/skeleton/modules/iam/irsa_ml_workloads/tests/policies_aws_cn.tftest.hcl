# The policies of a table of workloads, compared with files. What proposes
# changes to this repository computes the same policies for its previews.

mock_provider "aws" {
  mock_data "aws_caller_identity" {
    defaults = { account_id = "210987654321" }
  }

  mock_data "aws_partition" {
    defaults = { partition = "aws-cn" }
  }

  mock_data "aws_region" {
    defaults = { region = "cn-north-1" }
  }
}

mock_provider "kubernetes" {}

variables {
  environment     = jsondecode(file("tests/requests-aws-cn.json")).environment
  oidc_issuer_url = jsondecode(file("tests/requests-aws-cn.json")).oidc_issuer_url
  workloads       = jsondecode(file("tests/requests-aws-cn.json")).workloads
}

run "policies_are_those_of_the_files" {
  command = plan

  assert {
    condition     = toset(keys(output.policies)) == toset([for path in fileset("tests/expected/aws-cn", "*.json") : trimsuffix(path, ".json")])
    error_message = "There is a file for each policy, and no other: ${join(", ", keys(output.policies))}."
  }

  assert {
    condition = alltrue([
      for name, policy in output.policies : jsonencode(jsondecode(policy)) == jsonencode(jsondecode(file("tests/expected/aws-cn/${name}.json")))
    ])
    error_message = "Different: ${join(", ", [for name, policy in output.policies : name if jsonencode(jsondecode(policy)) != jsonencode(jsondecode(file("tests/expected/aws-cn/${name}.json")))])}."
  }
}
