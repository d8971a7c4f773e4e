mock_provider "helm" {}

mock_provider "kubernetes" {}

# Terraform does not mock ephemeral resources; random needs nothing outside.
provider "random" {}

run "defaults" {
  command = plan

  assert {
    condition     = helm_release.kuberay_operator[0].repository == "https://ray-project.github.io/kuberay-helm/" && helm_release.kuberay_operator[0].chart == "kuberay-operator" && helm_release.kuberay_operator[0].version == "1.7.0"
    error_message = "The operator is the released chart of the KubeRay project."
  }

  assert {
    condition     = helm_release.ray_cluster.chart == "ray-cluster" && helm_release.ray_cluster.version == helm_release.kuberay_operator[0].version
    error_message = "Cluster and operator are of one version."
  }

  assert {
    condition     = keys(yamldecode(helm_release.ray_cluster.values[0]).additionalWorkerGroups) == ["cpu", "gpu"] && yamldecode(helm_release.ray_cluster.values[0]).worker.disabled
    error_message = "There is a group of CPU workers and one of GPU workers, and no other."
  }

  assert {
    condition     = yamldecode(helm_release.ray_cluster.values[0]).additionalWorkerGroups.cpu.nodeSelector == { "ray.io/node-type" = "worker", "ray.io/resource-type" = "cpu" }
    error_message = "CPU workers run on the CPU nodes."
  }

  assert {
    condition     = yamldecode(helm_release.ray_cluster.values[0]).additionalWorkerGroups.gpu.nodeSelector == { "ray.io/resource-type" = "gpu" }
    error_message = "GPU workers run on the GPU nodes."
  }

  assert {
    condition     = yamldecode(helm_release.ray_cluster.values[0]).additionalWorkerGroups.gpu.tolerations[0] == { key = "nvidia.com/gpu", operator = "Exists", effect = "NoSchedule" }
    error_message = "GPU workers tolerate the taint of the GPU nodes."
  }

  assert {
    condition     = yamldecode(helm_release.ray_cluster.values[0]).additionalWorkerGroups.gpu.resources.limits["nvidia.com/gpu"] == 1 && yamldecode(helm_release.ray_cluster.values[0]).additionalWorkerGroups.gpu.image.tag == "2.55.1-gpu"
    error_message = "A GPU worker has a GPU and an image that can use it."
  }

  assert {
    condition     = yamldecode(helm_release.ray_cluster.values[0]).additionalWorkerGroups.gpu.replicas == 0 && yamldecode(helm_release.ray_cluster.values[0]).additionalWorkerGroups.gpu.maxReplicas == 5
    error_message = "GPU workers begin at none and go up to the size of their node group."
  }

  assert {
    condition     = yamldecode(helm_release.ray_cluster.values[0]).head.enableInTreeAutoscaling && yamldecode(helm_release.ray_cluster.values[0]).head.rayVersion == "2.55.1"
    error_message = "Ray scales its workers, in its own version."
  }

  assert {
    condition     = yamldecode(helm_release.ray_cluster.values[0]).head.nodeSelector == { "ray.io/resource-type" = "cpu" } && yamldecode(helm_release.ray_cluster.values[0]).head.rayStartParams["num-cpus"] == "0"
    error_message = "The head runs on a CPU node and takes no work itself."
  }

  assert {
    condition     = [for env in yamldecode(helm_release.ray_cluster.values[0]).common.containerEnv : env.name] == ["RAY_AUTH_MODE", "RAY_AUTH_TOKEN"] && yamldecode(helm_release.ray_cluster.values[0]).common.containerEnv[1].valueFrom.secretKeyRef == { name = "ray-auth", key = "auth_token" }
    error_message = "Ray asks for the token of the secret."
  }

  assert {
    condition     = yamldecode(helm_release.ray_cluster.values[0]).head.autoscalerOptions.env == yamldecode(helm_release.ray_cluster.values[0]).common.containerEnv
    error_message = "The autoscaler knows the token too."
  }

  assert {
    condition     = kubernetes_secret_v1.auth[0].metadata[0].name == "ray-auth" && kubernetes_secret_v1.auth[0].data_wo_revision == 1
    error_message = "The token is written to a secret of the cluster."
  }

  assert {
    condition     = yamldecode(helm_release.ray_cluster.values[0]).service.type == "ClusterIP"
    error_message = "The head is not reachable from outside."
  }

  assert {
    condition     = helm_release.nvidia_device_plugin[0].version == "0.18.0" && yamldecode(helm_release.nvidia_device_plugin[0].values[0]).affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchExpressions[0].key == "nvidia.com/gpu"
    error_message = "The device plugin runs on nodes with the label of the GPU group."
  }

  assert {
    condition     = yamldecode(helm_release.nvidia_device_plugin[0].values[0]).tolerations[0].key == "nvidia.com/gpu"
    error_message = "The device plugin tolerates the taint of the GPU nodes."
  }

  assert {
    condition     = output.dashboard_url == "http://ray-head-svc.ray.svc:8265" && output.client_url == "ray://ray-head-svc.ray.svc:10001"
    error_message = "The addresses are those of the head's service."
  }
}

run "cpu_only" {
  command = plan

  variables {
    gpu_workers = null
  }

  assert {
    condition     = keys(yamldecode(helm_release.ray_cluster.values[0]).additionalWorkerGroups) == ["cpu"]
    error_message = "Without GPU workers there is no group of them."
  }

  assert {
    condition     = length(helm_release.nvidia_device_plugin) == 0
    error_message = "Without GPU workers there is no device plugin."
  }
}

run "beside_another_operator" {
  command = plan

  variables {
    name                        = "research"
    namespace                   = "research"
    create_namespace            = false
    enable_operator             = false
    enable_token_authentication = false
    enable_autoscaling          = false
    service_account_name        = "trainer"
    ray_version                 = "2.49.0"
    image_repository            = "registry.example/ray"
    gpu_image_tag               = "2.49.0-cuda"
    extra_values                = ["head: { resources: { limits: { memory: 16Gi } } }"]
  }

  assert {
    condition     = length(helm_release.kuberay_operator) == 0 && length(kubernetes_namespace_v1.ray) == 0 && output.operator_namespace == null
    error_message = "Operator and namespace are left alone."
  }

  assert {
    condition     = length(kubernetes_secret_v1.auth) == 0 && yamldecode(helm_release.ray_cluster.values[0]).common.containerEnv == [] && output.auth_secret_name == null
    error_message = "Without tokens there is no secret."
  }

  assert {
    condition     = alltrue([for part in [yamldecode(helm_release.ray_cluster.values[0]).head, yamldecode(helm_release.ray_cluster.values[0]).additionalWorkerGroups.cpu, yamldecode(helm_release.ray_cluster.values[0]).additionalWorkerGroups.gpu] : part.serviceAccountName == "trainer"])
    error_message = "All pods run as the given service account."
  }

  assert {
    condition     = yamldecode(helm_release.ray_cluster.values[0]).additionalWorkerGroups.gpu.image.repository == "registry.example/ray" && yamldecode(helm_release.ray_cluster.values[0]).additionalWorkerGroups.gpu.image.tag == "2.49.0-cuda"
    error_message = "Own images are used."
  }

  assert {
    condition     = length(helm_release.ray_cluster.values) == 2 && output.name == "research"
    error_message = "Own values go over the module's."
  }
}

run "token_needs_new_ray" {
  command = plan

  variables {
    ray_version = "2.49.0"
  }

  expect_failures = [var.ray_version]
}

run "sizes_in_order" {
  command = plan

  variables {
    cpu_workers = { replicas = 1, min_replicas = 2, max_replicas = 3 }
    gpu_workers = { replicas = 9 }
  }

  expect_failures = [var.cpu_workers, var.gpu_workers]
}

run "whole_gpus" {
  command = plan

  variables {
    gpu_workers = { gpus = 0.5 }
  }

  expect_failures = [var.gpu_workers]
}

run "names" {
  command = plan

  variables {
    name            = "Ray_1"
    namespace       = "kube-ray"
    kuberay_version = "nightly"
    extra_values    = ["{ broken"]
  }

  expect_failures = [var.name, var.namespace, var.kuberay_version, var.extra_values]
}
