mock_provider "helm" {}
mock_provider "kubernetes" {}

mock_provider "aws" {
  mock_data "aws_partition" {
    defaults = {
      partition  = "aws"
      dns_suffix = "amazonaws.com"
    }
  }
}

variables {
  aws_region                = "eu-west-1"
  aws_account_id            = "123456789012"
  environment               = "dev"
  project_name              = "llm-judge"
  cluster_name              = "llm-judge-dev-cluster"
  cluster_endpoint          = "https://ABC.gr7.eu-west-1.eks.amazonaws.com"
  cluster_ca_certificate    = "Y2VydGlmaWNhdGU="
  cluster_oidc_provider_arn = "arn:aws:iam::123456789012:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/ABC"
  vpc_id                    = "vpc-0123456789abcdef0"

  iam_role_arns = {
    gateway_service   = "arn:aws:iam::123456789012:role/llm-judge-dev-gateway"
    inference_service = null
  }
  secrets_config = {
    rds_credentials_secret_name = "llm-judge/dev/rds"
    rds_credentials_secret_arn  = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:llm-judge/dev/rds-AbCdEf"
  }
  appconfig_ids = {
    application_id = "app1234"
    environment_id = "env1234"
    profile_id     = "prof123"
  }
  ecr_repository_prefix = "llm-judge"
  infrastructure_endpoints = {
    rds_host = "db.example.internal"
  }
  sqs_queue_urls = {
    inference = "https://sqs.eu-west-1.amazonaws.com/123456789012/inference"
    judge     = "https://sqs.eu-west-1.amazonaws.com/123456789012/judge"
  }
  sns_topic_arns = {
    inference = "arn:aws:sns:eu-west-1:123456789012:inference"
    judge     = "arn:aws:sns:eu-west-1:123456789012:judge"
  }
}

run "deploys_the_five_services_into_their_namespace" {
  assert {
    condition     = { for key, release in output.application_releases : key => release.name } == { gateway_service = "gateway-service", redis_service = "redis-service", persistence_service = "persistence-service", inference_service = "inference-service", judge_service = "judge-service" }
    error_message = "services differ"
  }

  assert {
    condition     = output.namespace.name == "llm-judge" && toset([for release in helm_release.service : release.namespace]) == toset(["llm-judge"])
    error_message = "namespace differs"
  }

  assert {
    condition     = kubernetes_namespace_v1.llm_judge["this"].metadata[0].labels == tomap({ project = "llm-judge", environment = "dev", managed-by = "terraform" })
    error_message = "labels differ"
  }
}

run "services_have_their_ports_replicas_and_resources" {
  assert {
    condition = { for key, release in helm_release.service : key => [yamldecode(release.values[0]).port, yamldecode(release.values[0]).autoscaling.minReplicas, yamldecode(release.values[0]).autoscaling.maxReplicas] } == {
      gateway_service     = [8000, 2, 10]
      redis_service       = [8001, 2, 5]
      persistence_service = [8002, 2, 8]
      inference_service   = [8003, 2, 20]
      judge_service       = [8004, 2, 15]
    }
    error_message = "ports or replicas differ"
  }

  assert {
    condition = { for key, release in helm_release.service : key => yamldecode(release.values[0]).resources } == {
      gateway_service     = { requests = { cpu = "200m", memory = "256Mi" }, limits = { cpu = "500m", memory = "512Mi" } }
      redis_service       = { requests = { cpu = "200m", memory = "256Mi" }, limits = { cpu = "500m", memory = "512Mi" } }
      persistence_service = { requests = { cpu = "200m", memory = "256Mi" }, limits = { cpu = "500m", memory = "512Mi" } }
      inference_service   = { requests = { cpu = "500m", memory = "1Gi" }, limits = { cpu = "2000m", memory = "2Gi" } }
      judge_service       = { requests = { cpu = "500m", memory = "1Gi" }, limits = { cpu = "2000m", memory = "2Gi" } }
    }
    error_message = "resources differ"
  }
}

run "services_have_their_image_role_and_credentials" {
  assert {
    condition     = yamldecode(helm_release.service["gateway_service"].values[0]).image == "123456789012.dkr.ecr.eu-west-1.amazonaws.com/llm-judge/gateway-service:v1.0.0"
    error_message = "image differs"
  }

  assert {
    condition     = { for key, release in helm_release.service : key => yamldecode(release.values[0]).serviceAccount.roleArn if yamldecode(release.values[0]).serviceAccount.roleArn != "" } == { gateway_service = "arn:aws:iam::123456789012:role/llm-judge-dev-gateway" }
    error_message = "roles differ"
  }

  assert {
    condition     = { for key, release in helm_release.service : key => yamldecode(release.values[0]).externalSecret if yamldecode(release.values[0]).externalSecret.remoteKey != "" } == { persistence_service = { store = "aws-secrets-manager", remoteKey = "llm-judge/dev/rds" } }
    error_message = "credentials reach the wrong services"
  }

  assert {
    condition     = contains(jsondecode(aws_iam_role_policy.system["external_secrets_operator"].policy).Statement[0].Resource, "arn:aws:secretsmanager:eu-west-1:123456789012:secret:llm-judge/dev/rds-AbCdEf")
    error_message = "External Secrets may not read the credentials"
  }
}

run "the_configmap_says_where_everything_is" {
  assert {
    condition = kubernetes_config_map_v1.infra_config["this"].data == tomap({
      AWS_REGION               = "eu-west-1"
      AWS_ACCOUNT_ID           = "123456789012"
      PROJECT_NAME             = "llm-judge"
      ENVIRONMENT              = "dev"
      NAMESPACE                = "llm-judge"
      GATEWAY_SERVICE_URL      = "http://gateway-service.llm-judge.svc.cluster.local:8000"
      REDIS_SERVICE_URL        = "http://redis-service.llm-judge.svc.cluster.local:8001"
      PERSISTENCE_SERVICE_URL  = "http://persistence-service.llm-judge.svc.cluster.local:8002"
      INFERENCE_SERVICE_URL    = "http://inference-service.llm-judge.svc.cluster.local:8003"
      JUDGE_SERVICE_URL        = "http://judge-service.llm-judge.svc.cluster.local:8004"
      REDIS_HOST               = "redis-cache.llm-judge.svc.cluster.local"
      REDIS_PORT               = "6379"
      RDS_HOST                 = "db.example.internal"
      RDS_PORT                 = "5432"
      SQS_INFERENCE_QUEUE_URL  = "https://sqs.eu-west-1.amazonaws.com/123456789012/inference"
      SQS_JUDGE_QUEUE_URL      = "https://sqs.eu-west-1.amazonaws.com/123456789012/judge"
      SNS_INFERENCE_TOPIC_ARN  = "arn:aws:sns:eu-west-1:123456789012:inference"
      SNS_JUDGE_TOPIC_ARN      = "arn:aws:sns:eu-west-1:123456789012:judge"
      APPCONFIG_APPLICATION_ID = "app1234"
      APPCONFIG_ENVIRONMENT_ID = "env1234"
      APPCONFIG_PROFILE_ID     = "prof123"
    })
    error_message = "entries differ: ${jsonencode(kubernetes_config_map_v1.infra_config["this"].data)}"
  }

  assert {
    condition     = output.configmap_name == "infra-config" && yamldecode(helm_release.service["judge_service"].values[0]).config.name == "infra-config"
    error_message = "services read another ConfigMap"
  }
}

run "runs_a_redis_where_none_is_given" {
  assert {
    condition     = yamldecode(helm_release.redis["redis-cache"].values[0]).image == "redis:7.4-alpine" && yamldecode(helm_release.redis["redis-cache"].values[0]).namespaceOnly && yamldecode(helm_release.redis["redis-cache"].values[0]).name == "redis-cache"
    error_message = "the cache differs"
  }
}

run "uses_the_redis_that_is_given" {
  variables {
    infrastructure_endpoints = {
      redis_host = "cache.example.internal"
      redis_port = 6380
    }
  }

  assert {
    condition     = length(helm_release.redis) == 0 && kubernetes_config_map_v1.infra_config["this"].data.REDIS_HOST == "cache.example.internal" && kubernetes_config_map_v1.infra_config["this"].data.REDIS_PORT == "6380"
    error_message = "the given cache is not used"
  }

  assert {
    condition     = !contains(keys(kubernetes_config_map_v1.infra_config["this"].data), "RDS_HOST")
    error_message = "an address that nobody gave is in the ConfigMap"
  }
}

run "installs_those_services_that_are_named" {
  variables {
    service_names = { judge_service = "judge" }
  }

  assert {
    condition     = { for key, release in helm_release.service : key => yamldecode(release.values[0]).image } == { judge_service = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/llm-judge/judge:v1.0.0" }
    error_message = "other services are installed"
  }
}

run "installs_none_where_that_is_said" {
  variables {
    service_names = {}
  }

  assert {
    condition     = length(helm_release.service) == 0 && output.namespace == null
    error_message = "services are installed"
  }
}

run "takes_images_of_another_registry" {
  variables {
    ecr_repository_prefix = "registry.example.com:5000/team"
    image_tag             = "v1.2.0"
  }

  assert {
    condition     = yamldecode(helm_release.service["judge_service"].values[0]).image == "registry.example.com:5000/team/judge-service:v1.2.0"
    error_message = "image differs"
  }
}

run "deploys_a_service_of_ones_own" {
  variables {
    service_names  = { scorer = "scorer" }
    service_ports  = { scorer = 9000 }
    namespace      = "scoring"
    secrets_config = null
  }

  assert {
    condition     = yamldecode(helm_release.service["scorer"].values[0]).autoscaling == { minReplicas = 2, maxReplicas = 2, cpuPercent = 70 } && helm_release.service["scorer"].namespace == "scoring"
    error_message = "defaults differ"
  }

  assert {
    condition     = length(helm_release.redis) == 0 && kubernetes_config_map_v1.infra_config["this"].data.SCORER_URL == "http://scorer.scoring.svc.cluster.local:9000"
    error_message = "addresses differ"
  }
}

run "wants_a_port_of_every_service" {
  command = plan
  variables {
    service_names = { scorer = "scorer" }
  }
  expect_failures = [var.service_ports]
}

run "wants_images_of_the_services" {
  command = plan
  variables {
    service_names         = { judge_service = "judge" }
    ecr_repository_prefix = null
  }
  expect_failures = [var.service_names]
}

run "wants_fewest_replicas_below_most" {
  command = plan
  variables {
    autoscaling = { judge_service = { min_replicas = 4, max_replicas = 2 } }
  }
  expect_failures = [var.autoscaling]
}

run "wants_external_secrets_for_credentials" {
  command = plan
  variables {
    system_components = ["metrics_server"]
  }
  expect_failures = [var.secrets_config]
}
