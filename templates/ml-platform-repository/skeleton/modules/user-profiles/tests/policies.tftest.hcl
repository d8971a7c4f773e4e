# The policies of a table of profiles, compared with files. What proposes
# changes to this repository computes the same trust for its previews.

mock_provider "aws" {
  mock_data "aws_caller_identity" {
    defaults = { account_id = "123456789012" }
  }

  mock_data "aws_partition" {
    defaults = { partition = "aws" }
  }

  mock_resource "aws_iam_policy" {
    defaults = { arn = "arn:aws:iam::123456789012:policy/mock" }
  }

  mock_resource "aws_iam_role" {
    defaults = { arn = "arn:aws:iam::123456789012:role/mock" }
  }

  mock_resource "aws_secretsmanager_secret" {
    defaults = { arn = "arn:aws:secretsmanager:eu-west-2:123456789012:secret:mock" }
  }
}

variables {
  profiles = jsondecode(file("tests/profiles.json")).profiles
}

run "policies_are_those_of_the_files" {
  command = plan

  assert {
    condition     = toset(keys(output.policies)) == toset([for path in fileset("tests/expected", "*.json") : trimsuffix(path, ".json")])
    error_message = "There is a file for each policy, and no other: ${join(", ", keys(output.policies))}."
  }

  assert {
    condition = alltrue([
      for name, policy in output.policies : jsonencode(jsondecode(policy)) == jsonencode(jsondecode(file("tests/expected/${name}.json")))
    ])
    error_message = "Different: ${join(", ", [for name, policy in output.policies : name if jsonencode(jsondecode(policy)) != jsonencode(jsondecode(file("tests/expected/${name}.json")))])}."
  }
}
