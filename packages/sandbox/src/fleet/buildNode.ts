import { InstanceFacts, instanceFacts } from './instanceTypes';
import { hexOf, uuidOf } from './random';
import { kubernetesTime } from './times';
import { Json, KubernetesObject } from './types';

/** How the GPUs of a node are cut up. */
export type GpuSharing =
  | { kind: 'mig'; resources: Record<string, number> }
  | { kind: 'time-sliced'; replicas: number }
  /** A driver gives them to claims (DRA): no device plugin registers any. */
  | { kind: 'claims' };

export interface NodeOptions {
  clusterName: string;
  region: string;
  zone: string;
  /** `10.155.48.17` */
  ip: string;
  instanceType: string;
  /** `v1.35.2-eks-3abbec1` */
  kubeletVersion: string;
  createdAt: Date;
  heartbeat: Date;
  labels: Record<string, string>;
  taints: Json[];
  sharing?: GpuSharing;
  unschedulable?: boolean;
  /** GPUs that the device plugin holds for broken. */
  unhealthyGpus?: number;
  /** Put in the place of the conditions of the same type. */
  conditions?: Json[];
}

/** A node as its kubelet and GPU feature discovery describe it. */
export function buildNode(options: NodeOptions): KubernetesObject {
  const { ip, region, zone, createdAt, clusterName } = options;
  const name = `ip-${ip.replace(/\./g, '-')}.${region}.compute.internal`;
  const id = `${clusterName}/${name}`;
  const facts = instanceFacts(options.instanceType);
  const capacity = nodeCapacity(facts, options.sharing);
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      name,
      uid: uuidOf(id),
      resourceVersion: '1',
      creationTimestamp: kubernetesTime(createdAt),
      labels: {
        'beta.kubernetes.io/arch': 'amd64',
        'beta.kubernetes.io/os': 'linux',
        'kubernetes.io/arch': 'amd64',
        'kubernetes.io/hostname': name,
        'kubernetes.io/os': 'linux',
        'node.kubernetes.io/instance-type': options.instanceType,
        'topology.kubernetes.io/region': region,
        'topology.kubernetes.io/zone': zone,
        ...gpuLabels(facts, options.sharing),
        ...options.labels,
      },
      annotations: {
        'alpha.kubernetes.io/provided-node-ip': ip,
        'node.alpha.kubernetes.io/ttl': '0',
      },
    },
    spec: {
      providerID: `aws:///${zone}/i-0${hexOf(id, 16)}`,
      ...(options.taints.length > 0 ? { taints: options.taints } : {}),
      ...(options.unschedulable ? { unschedulable: true } : {}),
    },
    status: {
      addresses: [
        { type: 'InternalIP', address: ip },
        { type: 'InternalDNS', address: name },
        { type: 'Hostname', address: name },
      ],
      capacity,
      allocatable: allocatable(capacity, options.unhealthyGpus ?? 0),
      conditions: conditions(options),
      daemonEndpoints: { kubeletEndpoint: { Port: 10250 } },
      nodeInfo: {
        architecture: 'amd64',
        bootID: uuidOf(`boot ${id}`),
        containerRuntimeVersion: 'containerd://2.1.5',
        kernelVersion: '6.12.55-74.119.amzn2023.x86_64',
        kubeProxyVersion: options.kubeletVersion,
        kubeletVersion: options.kubeletVersion,
        machineID: hexOf(`machine ${id}`, 32),
        operatingSystem: 'linux',
        osImage: 'Amazon Linux 2023.9.20251110',
        systemUUID: uuidOf(`system ${id}`),
      },
    },
  };
}

/** The node with a heartbeat of its kubelet. */
export function withHeartbeat(
  node: KubernetesObject,
  at: Date,
): KubernetesObject {
  const lastHeartbeatTime = kubernetesTime(at);
  return {
    ...node,
    status: {
      ...node.status,
      conditions: (node.status?.conditions ?? []).map((condition: Json) =>
        // A kubelet that is silent leaves its conditions as they were.
        condition.status === 'Unknown'
          ? condition
          : { ...condition, lastHeartbeatTime },
      ),
    },
  };
}

function nodeCapacity(
  facts: InstanceFacts,
  sharing: GpuSharing | undefined,
): Record<string, string> {
  const { gpu, neuron } = facts;
  return {
    cpu: String(facts.cpu),
    'ephemeral-storage': '104779756Ki',
    'hugepages-1Gi': '0',
    'hugepages-2Mi': '0',
    memory: `${Math.floor(facts.memoryGiB * 1024 * 1024 * 0.97)}Ki`,
    pods: String(facts.pods),
    ...(gpu ? gpuCapacity(gpu.count, sharing) : {}),
    ...(neuron
      ? {
          'aws.amazon.com/neuron': String(neuron.devices),
          'aws.amazon.com/neuroncore': String(neuron.cores),
        }
      : {}),
  };
}

function gpuCapacity(
  count: number,
  sharing: GpuSharing | undefined,
): Record<string, string> {
  if (sharing?.kind === 'mig') {
    return Object.fromEntries(
      Object.entries(sharing.resources).map(([name, of]) => [name, String(of)]),
    );
  }
  if (sharing?.kind === 'claims') return {};
  const replicas = sharing?.kind === 'time-sliced' ? sharing.replicas : 1;
  return { 'nvidia.com/gpu': String(count * replicas) };
}

function allocatable(
  capacity: Record<string, string>,
  unhealthyGpus: number,
): Record<string, string> {
  const milliCpu = Number(capacity.cpu) * 1000 - 80;
  const memory = parseInt(capacity.memory, 10) - 1_048_576;
  const gpus = capacity['nvidia.com/gpu'];
  return {
    ...capacity,
    cpu: `${milliCpu}m`,
    memory: `${memory}Ki`,
    'ephemeral-storage': '95491281146',
    ...(gpus && unhealthyGpus
      ? { 'nvidia.com/gpu': String(Number(gpus) - unhealthyGpus) }
      : {}),
  };
}

/** Labels of GPU feature discovery. */
function gpuLabels(
  { gpu }: InstanceFacts,
  sharing: GpuSharing | undefined,
): Record<string, string> {
  if (!gpu) return {};
  const sliced = sharing?.kind === 'time-sliced';
  return {
    'nvidia.com/gpu.present': 'true',
    'nvidia.com/gpu.product': sliced ? `${gpu.product}-SHARED` : gpu.product,
    'nvidia.com/gpu.count': String(gpu.count),
    'nvidia.com/gpu.memory': String(gpu.memoryMiB),
    'nvidia.com/gpu.family': gpu.family,
    'nvidia.com/gpu.compute.major': gpu.compute[0],
    'nvidia.com/gpu.compute.minor': gpu.compute[1],
    'nvidia.com/gpu.replicas': sliced ? String(sharing.replicas) : '1',
    'nvidia.com/gpu.sharing-strategy': sliced ? 'time-slicing' : 'none',
    'nvidia.com/mig.capable': String(gpu.compute[0] === '8' && gpu.count === 8),
    'nvidia.com/mig.strategy': sharing?.kind === 'mig' ? 'mixed' : 'none',
    'nvidia.com/cuda.driver-version.full': '580.105.08',
    'nvidia.com/cuda.driver-version.major': '580',
    'nvidia.com/cuda.driver-version.minor': '105',
  };
}

const KUBELET_CONDITIONS: [string, string, string, string][] = [
  [
    'MemoryPressure',
    'False',
    'KubeletHasSufficientMemory',
    'kubelet has sufficient memory available',
  ],
  [
    'DiskPressure',
    'False',
    'KubeletHasNoDiskPressure',
    'kubelet has no disk pressure',
  ],
  [
    'PIDPressure',
    'False',
    'KubeletHasSufficientPID',
    'kubelet has sufficient PID available',
  ],
  ['Ready', 'True', 'KubeletReady', 'kubelet is posting ready status'],
  [
    'ContainerRuntimeReady',
    'True',
    'ContainerRuntimeIsReady',
    'Monitoring for the ContainerRuntime system is active',
  ],
  [
    'KernelReady',
    'True',
    'KernelIsReady',
    'Monitoring for the Kernel system is active',
  ],
  [
    'NetworkingReady',
    'True',
    'NetworkingIsReady',
    'Monitoring for the Networking system is active',
  ],
  [
    'StorageReady',
    'True',
    'DiskIsReady',
    'Monitoring for the Disk system is active',
  ],
];

function conditions(options: NodeOptions): Json[] {
  const facts = instanceFacts(options.instanceType);
  const changed = options.conditions ?? [];
  const usual = [
    ...KUBELET_CONDITIONS,
    ...(facts.gpu || facts.neuron
      ? [
          [
            'AcceleratedHardwareReady',
            'True',
            facts.gpu
              ? 'NvidiaAcceleratedHardwareIsReady'
              : 'NeuronAcceleratedHardwareIsReady',
            'Monitoring for the accelerated hardware is active',
          ],
        ]
      : []),
  ].map(([type, status, reason, message]) => ({
    type,
    status,
    reason,
    message,
  }));
  const lastHeartbeatTime = kubernetesTime(options.heartbeat);
  return usual.map(condition => ({
    lastHeartbeatTime,
    lastTransitionTime: kubernetesTime(options.createdAt),
    ...condition,
    ...changed.find(({ type }) => type === condition.type),
  }));
}
