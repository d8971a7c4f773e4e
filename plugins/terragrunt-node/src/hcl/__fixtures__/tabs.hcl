inputs = {
	workloads = [
		{
			name = "mlflow"
			namespace = "mlops"
			service_account = "mlflow"
			s3_access = {
				bucket_arns = ["arn:aws:s3:::mlflow"]
			}
		},
	]
}
