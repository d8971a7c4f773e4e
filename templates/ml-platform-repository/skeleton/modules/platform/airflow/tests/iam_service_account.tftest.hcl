mock_provider "aws" {}

run "role_is_for_one_service_account" {
  command = plan

  module {
    source = "./iam-service-account"
  }

  variables {
    name_prefix                 = "demo-dev"
    namespace                   = "airflow"
    service_account_name        = "airflow-sa"
    oidc_provider_arn           = "arn:aws-cn:iam::123456789012:oidc-provider/oidc.eks.cn-north-1.amazonaws.com.cn/id/ABCDEF"
    s3_mlflow_bucket_policy_arn = "arn:aws-cn:iam::123456789012:policy/mlflow"
  }

  assert {
    condition = jsondecode(aws_iam_role.airflow.assume_role_policy).Statement[0].Condition.StringEquals == {
      "oidc.eks.cn-north-1.amazonaws.com.cn/id/ABCDEF:aud" = "sts.amazonaws.com"
      "oidc.eks.cn-north-1.amazonaws.com.cn/id/ABCDEF:sub" = "system:serviceaccount:airflow:airflow-sa"
    }
    error_message = "Only the service account airflow/airflow-sa assumes the role."
  }

  assert {
    condition     = jsondecode(aws_iam_role.airflow.assume_role_policy).Statement[0].Principal == { Federated = "arn:aws-cn:iam::123456789012:oidc-provider/oidc.eks.cn-north-1.amazonaws.com.cn/id/ABCDEF" }
    error_message = "Tokens of this cluster only."
  }

  assert {
    condition     = aws_iam_role_policy_attachment.mlflow[0].policy_arn == "arn:aws-cn:iam::123456789012:policy/mlflow"
    error_message = "DAGs may log to MLflow."
  }
}

run "without_mlflow" {
  command = plan

  module {
    source = "./iam-service-account"
  }

  variables {
    name_prefix          = "demo-dev"
    namespace            = "airflow"
    service_account_name = "airflow-sa"
    oidc_provider_arn    = "arn:aws:iam::123456789012:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/ABCDEF"
  }

  assert {
    condition     = length(aws_iam_role_policy_attachment.mlflow) == 0
    error_message = "No policy of MLflow where there is none."
  }
}
