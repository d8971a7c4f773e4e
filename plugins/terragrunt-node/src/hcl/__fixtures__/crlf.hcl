# Workloads of the production cluster.
inputs = {
  workloads = [
    # Owned by the research team, see RFC 12.
    {
      name            = "feast"
      namespace       = "features"
      service_account = "feast"

      dynamodb_access = {
        table_arns = [
          "arn:aws:dynamodb:eu-west-2:123456789012:table/feast-online",
          "arn:aws:dynamodb:eu-west-2:123456789012:table/feast-registry", # registry
        ]
      }
    },

    # Serves the ranking model.
    {
      name            = "triton" # do not rename
      namespace       = "inference"
      service_account = "triton"

      s3_access = {
        bucket_arns = [
          "arn:aws:s3:::models", // shared
        ]
        read_only = true
      }
    }, # reviewed 2024-03
    // Workloads below are managed by the platform team.
  ]
}
