import { PodTemplate } from '../buildPod';
import { ClusterBuilder } from '../ClusterBuilder';
import { newestAddon, oldestAddon } from '../versions';

const EVERYWHERE = [{ operator: 'Exists' }];

/** What EKS and the operators put on a cluster. */
export function addSystem(
  builder: ClusterBuilder,
  options: { ray?: boolean; old?: boolean } = {},
): void {
  const { version } = builder.cluster.eks;
  const build = options.old ? oldestAddon : newestAddon;
  for (const name of [
    'vpc-cni',
    'coredns',
    'kube-proxy',
    'aws-ebs-csi-driver',
  ]) {
    builder.addon(name, build(name, version));
  }
  for (const name of ['aws-node', 'kube-proxy']) {
    for (const node of builder.cluster.kubernetes.objects.nodes.keys()) {
      builder.pods(daemonPod(name, node), 1, { still: true });
    }
  }
  builder.pods(systemPod('coredns-7bf648ff5d', '100m', '70Mi'), 2, {
    still: true,
  });
  if (options.ray) {
    builder.serve('rayclusters', 'rayjobs', 'rayservices');
    builder.namespaces('kuberay-system');
    builder.pods(
      {
        ...systemPod('kuberay-operator-6c9b6d5b58', '100m', '512Mi'),
        namespace: 'kuberay-system',
      },
      1,
      { still: true },
    );
  }
}

function daemonPod(name: string, node: string): PodTemplate {
  return {
    namespace: 'kube-system',
    owner: { apiVersion: 'apps/v1', kind: 'DaemonSet', name },
    serviceAccount: name,
    labels: { 'k8s-app': name },
    image: `602401143452.dkr.ecr.eu-west-2.amazonaws.com/eks/${name}:v1`,
    requests: { cpu: '50m', memory: '64Mi' },
    tolerations: EVERYWHERE,
    nodeSelector: { 'kubernetes.io/hostname': node },
  };
}

function systemPod(name: string, cpu: string, memory: string): PodTemplate {
  const app = name.replace(/-[0-9a-f]+$/, '');
  return {
    namespace: 'kube-system',
    owner: { apiVersion: 'apps/v1', kind: 'ReplicaSet', name },
    serviceAccount: app,
    labels: { 'app.kubernetes.io/name': app },
    image: `602401143452.dkr.ecr.eu-west-2.amazonaws.com/eks/${app}:v1`,
    requests: { cpu, memory },
  };
}

/** Pods of a deployment, under the service account that the repository names. */
export function deployment(options: {
  namespace: string;
  name: string;
  /** Of its ReplicaSet. */
  hash: string;
  serviceAccount?: string;
  image: string;
  requests: Record<string, string>;
  gpu?: boolean;
  nodeSelector?: Record<string, string>;
  labels?: Record<string, string>;
}): PodTemplate {
  const { namespace, name, hash } = options;
  return {
    namespace,
    owner: {
      apiVersion: 'apps/v1',
      kind: 'ReplicaSet',
      name: `${name}-${hash}`,
    },
    container: name,
    serviceAccount: options.serviceAccount ?? name,
    image: options.image,
    requests: options.requests,
    labels: {
      app: name,
      'app.kubernetes.io/name': name,
      'pod-template-hash': hash,
      ...options.labels,
    },
    ...(options.gpu
      ? {
          tolerations: [
            { key: 'nvidia.com/gpu', operator: 'Exists', effect: 'NoSchedule' },
          ],
        }
      : {}),
    ...(options.nodeSelector ? { nodeSelector: options.nodeSelector } : {}),
  };
}

/** The seed's taint and labels of GPU groups. */
export const GPU_GROUP = {
  amiType: 'AL2023_x86_64_NVIDIA',
  diskGiB: 200,
  labels: {
    'ray.io/node-type': 'worker',
    'ray.io/resource-type': 'gpu',
    'nvidia.com/gpu': 'true',
  },
  taints: [{ key: 'nvidia.com/gpu', value: 'true', effect: 'NO_SCHEDULE' }],
};

/** The seed's labels of the other groups. */
export const CPU_GROUP = {
  labels: { 'ray.io/node-type': 'worker', 'ray.io/resource-type': 'cpu' },
};
