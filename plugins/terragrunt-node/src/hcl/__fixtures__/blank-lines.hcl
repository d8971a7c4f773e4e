inputs = {

  workloads = [

    {
      name = "feast"

      namespace = "features"

      service_account = "feast"

    },

    {
      name = "mlflow"

      namespace = "mlops"

    },

  ]

}


