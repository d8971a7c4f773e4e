locals {
    env = "test"
}

inputs = {
    environment = local.env
    workloads = [
        {
            name = "mlflow"
            namespace = "mlops"
            service_account = "mlflow"
        },
        {
            name = "zenml"
            namespace = "mlops"
            service_account = "zenml"
        }
    ]
}
