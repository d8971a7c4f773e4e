# The chart as the helm provider renders it; no cluster is asked.

run "default" {
  command = plan

  module {
    source = "./tests/chart"
  }

  assert {
    condition     = toset(keys(output.objects)) == toset(["ConfigMap", "Deployment", "Ingress", "Service", "ServiceAccount"])
    error_message = "One object of each kind."
  }

  assert {
    condition     = output.objects.Service.metadata.name == "mlflow-service" && output.objects.Service.spec.ports[0].port == 80
    error_message = "Other tools call mlflow-service at port 80."
  }

  assert {
    condition     = output.objects.Service.spec.selector == output.objects.Deployment.spec.selector.matchLabels
    error_message = "The Service selects the pods of the Deployment."
  }

  assert {
    condition     = output.objects.ServiceAccount.metadata.annotations["eks.amazonaws.com/role-arn"] == "arn:aws:iam::123456789012:role/mlflow" && output.objects.Deployment.spec.template.spec.serviceAccountName == output.objects.ServiceAccount.metadata.name
    error_message = "Pods have the role by their service account."
  }

  assert {
    condition     = output.objects.Ingress.spec.ingressClassName == "alb" && output.objects.Ingress.spec.rules[0].http.paths[0].path == "/mlflow" && output.objects.Ingress.spec.rules[0].http.paths[0].backend.service.name == "mlflow-service"
    error_message = "The path of the platform's host comes to the Service."
  }
}

run "server" {
  command = plan

  module {
    source = "./tests/chart"
  }

  assert {
    condition = output.objects.Deployment.spec.template.spec.containers[0].args == [
      "--host=0.0.0.0",
      "--port=5000",
      "--workers=2",
      "--static-prefix=/mlflow",
      "--serve-artifacts",
      "--app-name=basic-auth",
    ]
    error_message = "The server lives below its path, serves artifacts and asks for a password."
  }

  assert {
    condition = output.objects.ConfigMap.data == {
      AWS_REGION                         = "eu-west-1"
      AWS_DEFAULT_REGION                 = "eu-west-1"
      MLFLOW_ARTIFACTS_DESTINATION       = "s3://artifacts/users"
      MLFLOW_AUTH_CONFIG_PATH            = "/etc/mlflow/basic_auth.ini"
      MLFLOW_SERVER_ALLOWED_HOSTS        = "ml.example.com,10.*"
      MLFLOW_SERVER_CORS_ALLOWED_ORIGINS = "https://ml.example.com"
      MLFLOW_SERVER_ENABLE_JOB_EXECUTION = "false"
    }
    error_message = "Where artifacts go, and whom the server answers to."
  }

  assert {
    condition = [
      for variable in output.objects.Deployment.spec.template.spec.containers[0].env : try(variable.value, "${variable.valueFrom.secretKeyRef.name}/${variable.valueFrom.secretKeyRef.key}")
      if contains(["DB_PASSWORD", "MLFLOW_BACKEND_STORE_URI", "MLFLOW_FLASK_SERVER_SECRET_KEY"], variable.name)
    ] == ["server/password", "postgresql+psycopg2://mlflow_admin:$(DB_PASSWORD)@database.example.com:5432/mlflow_db", "server/secret_key"]
    error_message = "The password stands before the address it is put into, and comes from the secret."
  }

  assert {
    condition = alltrue([
      for probe in ["startupProbe", "readinessProbe", "livenessProbe"] :
      output.objects.Deployment.spec.template.spec.containers[0][probe].httpGet.path == "/mlflow/health"
    ])
    error_message = "All probes ask for the health below the path."
  }

  assert {
    condition = alltrue([
      output.objects.Deployment.spec.template.spec.securityContext.runAsNonRoot,
      output.objects.Deployment.spec.template.spec.containers[0].securityContext.readOnlyRootFilesystem,
      !output.objects.Deployment.spec.template.spec.containers[0].securityContext.allowPrivilegeEscalation,
      output.objects.Deployment.spec.template.spec.containers[0].securityContext.capabilities.drop == ["ALL"],
      !output.objects.Deployment.spec.template.spec.automountServiceAccountToken,
    ])
    error_message = "No root, no privileges, no token of the cluster."
  }
}

run "without_authentication" {
  command = plan

  module {
    source = "./tests/chart"
  }

  variables {
    values = "{ auth: { enabled: false } }"
  }

  assert {
    condition     = !contains(output.objects.Deployment.spec.template.spec.containers[0].args, "--app-name=basic-auth") && !can(output.objects.ConfigMap.data.MLFLOW_AUTH_CONFIG_PATH)
    error_message = "Nothing of authentication is left."
  }

  assert {
    condition     = [for volume in output.objects.Deployment.spec.template.spec.volumes : volume.name] == ["tmp"]
    error_message = "No secret is mounted."
  }
}

run "several_pods" {
  command = plan

  module {
    source = "./tests/chart"
  }

  variables {
    values = "{ deployment: { replicas: 2 } }"
  }

  assert {
    condition     = output.objects.PodDisruptionBudget.spec.maxUnavailable == 1 && output.objects.Deployment.spec.replicas == 2
    error_message = "One pod stays while nodes are drained."
  }
}

run "upgrade_of_the_database" {
  command = plan

  module {
    source = "./tests/chart"
  }

  variables {
    values = "{ deployment: { databaseUpgrade: true } }"
  }

  assert {
    condition     = output.objects.Deployment.spec.template.spec.initContainers[0].command == ["mlflow", "db", "upgrade", "$(MLFLOW_BACKEND_STORE_URI)"] && output.objects.Deployment.spec.strategy.type == "Recreate"
    error_message = "No old server writes while the schema changes."
  }
}
