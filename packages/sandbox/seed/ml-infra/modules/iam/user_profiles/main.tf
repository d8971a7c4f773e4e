# Once in an AWS account: the names of its two policies are unique there.

data "aws_iam_policy" "sagemaker_full_access" {
  name = "AmazonSageMakerFullAccess"
}

resource "aws_iam_policy" "mlplatform_developer_access_policy" {
  name        = "mlplatform-developer-access-policy"
  description = "Access for platform developers granting them full EKS, EC2, S3, RDS, VPC access"

  policy = file("${path.module}/access_policies/AccessPolicyDeveloper.json")
}

resource "aws_iam_policy" "mlplatform_user_access_policy" {
  name        = "mlplatform-user-access-policy"
  description = "Access for platform users granting them access to SageMaker"

  policy = file("${path.module}/access_policies/AccessPolicyUser.json")
}

module "aws_profiles" {
  for_each = var.profiles
  source   = "./aws-profiles"
  profile  = each.value

  access_policy_developer = aws_iam_policy.mlplatform_developer_access_policy.arn
  access_policy_user      = aws_iam_policy.mlplatform_user_access_policy.arn
}

resource "aws_iam_role_policy_attachment" "sagemaker" {
  for_each = { for key, profile in var.profiles : key => profile if profile.role == "User" }

  role       = module.aws_profiles[each.key].role_name
  policy_arn = data.aws_iam_policy.sagemaker_full_access.arn
}
