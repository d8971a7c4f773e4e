variable "cluster_name" { type = string }
variable "namespace" { type = string }
variable "service_account" { type = string }
variable "artifact_bucket" { type = string }

resource "helm_release" "mlflow" {
  name       = "mlflow"
  namespace  = var.namespace
  repository = "https://community-charts.github.io/helm-charts"
  chart      = "mlflow"

  values = [yamlencode({
    serviceAccount = { create = false, name = var.service_account }
    artifactRoot   = { s3 = { enabled = true, bucket = var.artifact_bucket } }
  })]
}
