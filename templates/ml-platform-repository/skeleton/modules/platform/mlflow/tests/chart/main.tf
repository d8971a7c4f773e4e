# Renders the chart without a cluster, for tests/chart.tftest.hcl.
terraform {
  required_providers {
    helm = {
      source  = "hashicorp/helm"
      version = "~> 3.0"
    }
  }
}

variable "values" {
  description = "Values beside those below, as YAML."
  type        = string
  default     = ""
}

data "helm_template" "chart" {
  name         = "mlflow"
  namespace    = "mlflow"
  chart        = "${path.module}/../../helm"
  kube_version = "1.33.0"

  values = [
    yamlencode({
      ingress   = { host = "ml.example.com" }
      artifacts = { s3_role_arn = "arn:aws:iam::123456789012:role/mlflow", s3_bucket = "artifacts", region = "eu-west-1" }
      rds       = { host = "database.example.com", username = "mlflow_admin", db_name = "mlflow_db", password_secret = { name = "server" } }
      auth      = { secret = { name = "server" } }
      security  = { allowedHosts = ["ml.example.com", "10.*"], allowedOrigins = ["https://ml.example.com"] }
    }),
    var.values,
  ]
}

output "objects" {
  description = "What the chart makes, by kind."
  value = {
    for object in [for text in values(data.helm_template.chart.manifests) : yamldecode(text) if strcontains(text, "kind:")] : object.kind => object
  }
}
