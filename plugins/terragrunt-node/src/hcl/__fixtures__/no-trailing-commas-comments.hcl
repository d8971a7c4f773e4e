inputs = {
  workloads = [
    { # batch
      name            = "airflow"
      namespace       = "airflow"
      service_account = "airflow"
      s3_access = {
        bucket_arns = ["arn:aws:s3:::dags", "arn:aws:s3:::logs"]
      }
    }, /* after airflow */
    /* Notebook servers
       of all teams. */
    {
      name            = "jupyter"
      namespace       = "jupyter"
      service_account = "jupyter"
      s3_access = {
        bucket_arns = ["arn:aws:s3:::home"]
      }
    } # last one
  ]
}
