variable "name" {
  description = "Name of the Ray cluster and of its Helm release."
  type        = string
  default     = "ray"

  validation {
    condition     = can(regex("^[a-z]([-a-z0-9]{0,38}[a-z0-9])?$", var.name))
    error_message = "name takes small letters, digits and hyphens, at most 40, begins with a letter and does not end with a hyphen."
  }
}

variable "namespace" {
  description = "Namespace of the Ray cluster."
  type        = string
  default     = "ray"

  validation {
    condition     = can(regex("^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$", var.namespace)) && !startswith(var.namespace, "kube-")
    error_message = "namespace is a DNS label of at most 63 characters that does not begin with kube-."
  }
}

variable "create_namespace" {
  description = "Make the namespace. False where it exists already."
  type        = bool
  default     = true
}

variable "operator_namespace" {
  description = "Namespace of the KubeRay operator, which is made with it."
  type        = string
  default     = "ray-system"

  validation {
    condition     = can(regex("^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$", var.operator_namespace))
    error_message = "operator_namespace is a DNS label of at most 63 characters."
  }
}

variable "enable_operator" {
  description = "Install the KubeRay operator. False where the cluster has one: there is one operator for all Ray clusters."
  type        = bool
  default     = true
}

variable "kuberay_version" {
  description = "Version of the charts kuberay-operator and ray-cluster."
  type        = string
  default     = "1.7.0"

  validation {
    condition     = can(regex("^1\\.[0-9]+\\.[0-9]+$", var.kuberay_version))
    error_message = "kuberay_version is a released version 1.x.y."
  }
}

variable "image_repository" {
  description = "Image of head and workers."
  type        = string
  default     = "rayproject/ray"
}

variable "ray_version" {
  description = "Version of Ray in the image; the autoscaler is started in the same one. Clients must have it too."
  type        = string
  default     = "2.55.1"

  validation {
    condition     = can(regex("^2\\.[0-9]+\\.[0-9]+$", var.ray_version))
    error_message = "ray_version is a released version 2.x.y."
  }

  validation {
    condition     = !var.enable_token_authentication || try(tonumber(split(".", var.ray_version)[1]) >= 52, true)
    error_message = "Ray asks for tokens from 2.52.0 on; choose a newer ray_version, or set enable_token_authentication to false."
  }
}

variable "image_tag" {
  description = "Tag of the image of head and CPU workers. Null: ray_version."
  type        = string
  default     = null
}

variable "gpu_image_tag" {
  description = "Tag of the image of GPU workers. Null: <ray_version>-gpu."
  type        = string
  default     = null
}

variable "service_account_name" {
  description = "Service account of head and workers, such as that of a workload with access to data. It must exist. Null: KubeRay makes one for the head, workers run as the namespace's default."
  type        = string
  default     = null
}

variable "head" {
  description = "Head: CPU and memory it requests and is held to, and the nodes it runs on."
  type = object({
    cpu           = optional(string, "2")
    memory        = optional(string, "8Gi")
    node_selector = optional(map(string), { "ray.io/resource-type" = "cpu" })
  })
  default = {}
}

variable "cpu_workers" {
  description = "CPU workers: how many at first, at least and at most, what each requests and is held to, and the nodes they run on. Null: none."
  type = object({
    replicas      = optional(number, 1)
    min_replicas  = optional(number, 0)
    max_replicas  = optional(number, 10)
    cpu           = optional(string, "3")
    memory        = optional(string, "12Gi")
    node_selector = optional(map(string), { "ray.io/node-type" = "worker", "ray.io/resource-type" = "cpu" })
  })
  default = {}

  validation {
    condition     = var.cpu_workers == null || try(0 <= var.cpu_workers.min_replicas && var.cpu_workers.min_replicas <= var.cpu_workers.replicas && var.cpu_workers.replicas <= var.cpu_workers.max_replicas, false)
    error_message = "cpu_workers must satisfy 0 <= min_replicas <= replicas <= max_replicas."
  }
}

variable "gpu_workers" {
  description = "GPU workers, as cpu_workers, with whole GPUs each. With none at first their nodes are started when Ray asks for a GPU. Null: none."
  type = object({
    replicas      = optional(number, 0)
    min_replicas  = optional(number, 0)
    max_replicas  = optional(number, 5)
    gpus          = optional(number, 1)
    cpu           = optional(string, "3")
    memory        = optional(string, "12Gi")
    node_selector = optional(map(string), { "ray.io/resource-type" = "gpu" })
  })
  default = {}

  validation {
    condition     = var.gpu_workers == null || try(0 <= var.gpu_workers.min_replicas && var.gpu_workers.min_replicas <= var.gpu_workers.replicas && var.gpu_workers.replicas <= var.gpu_workers.max_replicas, false)
    error_message = "gpu_workers must satisfy 0 <= min_replicas <= replicas <= max_replicas."
  }

  validation {
    condition     = var.gpu_workers == null || try(var.gpu_workers.gpus >= 1 && floor(var.gpu_workers.gpus) == var.gpu_workers.gpus, false)
    error_message = "gpu_workers.gpus is a whole number from 1 on."
  }
}

variable "enable_autoscaling" {
  description = "Let Ray add and remove workers between their bounds. Nodes follow by the Cluster Autoscaler."
  type        = bool
  default     = true
}

variable "idle_timeout_seconds" {
  description = "Seconds after which Ray removes a worker that has nothing to do."
  type        = number
  default     = 60

  validation {
    condition     = var.idle_timeout_seconds >= 1
    error_message = "idle_timeout_seconds is 1 or more."
  }
}

variable "enable_token_authentication" {
  description = "Make Ray ask for a token. Without one, everybody who reaches the head runs what they like on it."
  type        = bool
  default     = true
}

variable "auth_token_version" {
  description = "Raise by one for a new token; head and workers must be restarted then."
  type        = number
  default     = 1
}

variable "enable_nvidia_device_plugin" {
  description = "Install NVIDIA's device plugin, which offers GPUs to Kubernetes. The AL2023 image for NVIDIA has drivers and no plugin; Bottlerocket's has both."
  type        = bool
  default     = true
}

variable "nvidia_device_plugin_version" {
  description = "Version of the chart nvidia-device-plugin."
  type        = string
  default     = "0.18.0"
}

variable "extra_values" {
  description = "Values of the chart ray-cluster that go over the module's own, as YAML documents in ascending order."
  type        = list(string)
  default     = []

  validation {
    condition     = alltrue([for values in var.extra_values : can(yamldecode(values))])
    error_message = "extra_values must be YAML."
  }
}
