inputs = {
  "workloads" : [
    {
      "name" : "feast",
      "namespace" : "features",
      "service_account" : "feast",
      "s3_access" : {
        "bucket_arns" : ["arn:aws:s3:::feast"],
      },
    },
    {
      "name" : "triton",
      "namespace" : "inference",
      "service_account" : "triton",
    },
  ]
}
