inputs = {
  environment="dev"
  workloads=[
    {
      name="feast"
      namespace  =  "features"
      service_account   = "feast"   # odd
      s3_access={bucket_arns=["arn:aws:s3:::feast"],read_only=true}
    },
    {
      name="mlflow"
      namespace="mlops"
    }
  ]
}
