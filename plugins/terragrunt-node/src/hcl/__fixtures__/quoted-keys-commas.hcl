inputs = {
  "environment" = "dev",
  "workloads" = [
    {
      "name" = "feast",
      "namespace" = "features",
      "s3_access" = { "bucket_arns" = ["arn:aws:s3:::feast"] }
    },
    {
      "name" = "triton",
      "namespace" = "inference"
    }
  ],
  "tags" = { "team" = "ml" }
}
