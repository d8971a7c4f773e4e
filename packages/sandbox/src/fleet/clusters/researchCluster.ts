import { RESEARCH_ACCOUNT } from '../accounts';
import { ClusterBuilder } from '../ClusterBuilder';
import { addClaimedDevices } from '../devices';
import { buildInsight } from '../insights';
import { addNodePool } from '../nodePool';
import { addRayCluster } from '../rayCluster';
import { DAY_MS, HOUR_MS, MINUTE_MS, kubernetesTime } from '../times';
import { FleetClock } from './clock';
import { researchRay } from './researchRay';
import { CPU_GROUP, GPU_GROUP, addSystem, deployment } from './systemPods';

/** `bridge-research` of acme/ml-infra-legacy: GPUs of every kind, and trouble with them. */
export function researchCluster({ now, seed }: FleetClock): ClusterBuilder {
  const builder = new ClusterBuilder({
    accountId: RESEARCH_ACCOUNT.id,
    region: RESEARCH_ACCOUNT.region,
    name: 'bridge-research',
    version: '1.34',
    story: 'node-trouble',
    now,
    seed,
    ageMs: 300 * DAY_MS,
    network: [10, 40, 0],
    publicAccess: true,
    tags: { team: 'research', owner: 'ml-research' },
  });
  builder.namespacesOf('ml-platform', 'notebooks');
  builder.namespacesOf('ml-research', 'folding', 'ray');
  nodeGroups(builder);
  addSystem(builder, { ray: true });
  builder.addon('eks-node-monitoring-agent', 'v1.5.0-eksbuild.1');
  builder.addon('aws-efs-csi-driver', 'v2.1.13-eksbuild.1', {
    status: 'DEGRADED',
    issues: [
      {
        code: 'InsufficientNumberOfReplicas',
        message:
          "The add-on is unhealthy because it doesn't have the desired number of replicas.",
        resourceIds: [],
      },
    ],
  });
  addNodePool(builder, {
    name: 'inferentia',
    instanceTypes: ['inf2.8xlarge'],
    limits: { cpu: '128', 'aws.amazon.com/neuron': '4' },
    nodes: 1,
  });
  addNodePool(builder, {
    name: 'gpu-burst',
    instanceTypes: ['g5.12xlarge'],
    limits: { 'nvidia.com/gpu': '16' },
    nodes: 0,
  });
  workloads(builder);
  researchRay(builder);
  builder.cluster.insights.push(
    buildInsight(builder.cluster, 'kubelet-skew', 'PASSING', now),
    buildInsight(
      builder.cluster,
      'addon-compatibility',
      'ERROR',
      now,
      'aws-efs-csi-driver is not compatible with the next version.',
    ),
  );
  return builder;
}

function nodeGroups(builder: ClusterBuilder): void {
  builder.nodeGroup({
    ...CPU_GROUP,
    name: 'cpu',
    instanceTypes: ['m7i.4xlarge'],
    min: 1,
    desired: 2,
    max: 6,
  });
  // Capacity that AWS does not have: three wanted, two there.
  builder.nodeGroup({
    ...GPU_GROUP,
    name: 'gpu-a10g',
    instanceTypes: ['g5.12xlarge'],
    min: 1,
    desired: 3,
    max: 6,
    nodes: 2,
    status: 'DEGRADED',
    issues: [
      {
        code: 'AsgInstanceLaunchFailures',
        message:
          'Could not launch On-Demand Instances. InsufficientInstanceCapacity - We currently do not have sufficient g5.12xlarge capacity in the Availability Zone you requested (eu-central-1a).',
        resourceIds: ['eks-gpu-a10g'],
      },
    ],
    special: index =>
      index === 0
        ? { unhealthyGpus: 1, conditions: [xid(builder, 79)] }
        : { conditions: [notHeard(builder)], taints: unreachable(builder) },
  });
  builder.nodeGroup({
    ...GPU_GROUP,
    labels: { ...GPU_GROUP.labels, 'acme.example/gpu': 'mig' },
    name: 'gpu-mig',
    instanceTypes: ['p4d.24xlarge'],
    capacityType: 'CAPACITY_BLOCK',
    min: 0,
    desired: 1,
    max: 1,
    sharing: {
      kind: 'mig',
      resources: {
        'nvidia.com/gpu': 4,
        'nvidia.com/mig-1g.5gb': 14,
        'nvidia.com/mig-3g.20gb': 4,
      },
    },
  });
  builder.nodeGroup({
    ...GPU_GROUP,
    labels: { ...GPU_GROUP.labels, 'acme.example/gpu': 'large' },
    name: 'gpu-large',
    instanceTypes: ['p4d.24xlarge'],
    capacityType: 'SPOT',
    min: 0,
    desired: 0,
    max: 2,
  });
}

function xid(builder: ClusterBuilder, code: number): object {
  return {
    type: 'AcceleratedHardwareReady',
    status: 'False',
    reason: `NvidiaXID${code}Error`,
    message: `NVIDIA driver reported XID ${code} on GPU 2 (0000:00:1d.0)`,
    lastTransitionTime: kubernetesTime(builder.ago(22 * MINUTE_MS)),
  };
}

function notHeard(builder: ClusterBuilder): object {
  return {
    type: 'Ready',
    status: 'Unknown',
    reason: 'NodeStatusUnknown',
    message: 'Kubelet stopped posting node status.',
    lastHeartbeatTime: kubernetesTime(builder.ago(19 * MINUTE_MS)),
    lastTransitionTime: kubernetesTime(builder.ago(18 * MINUTE_MS)),
  };
}

function unreachable(builder: ClusterBuilder): object[] {
  const timeAdded = kubernetesTime(builder.ago(18 * MINUTE_MS));
  return [
    ...GPU_GROUP.taints.map(({ key, value }) => ({
      key,
      value,
      effect: 'NoSchedule',
    })),
    {
      key: 'node.kubernetes.io/unreachable',
      effect: 'NoSchedule',
      timeAdded,
    },
    { key: 'node.kubernetes.io/unreachable', effect: 'NoExecute', timeAdded },
  ];
}

function workloads(builder: ClusterBuilder): void {
  builder.pods(
    deployment({
      namespace: 'folding',
      name: 'folding',
      hash: '59c8bd7d6f',
      image: 'acme/folding:3.2.1',
      requests: { cpu: '8', memory: '64Gi', 'nvidia.com/gpu': '2' },
      nodeSelector: { 'acme.example/gpu': 'mig' },
      gpu: true,
    }),
    1,
  );
  builder.pods(
    deployment({
      namespace: 'notebooks',
      name: 'jupyter',
      hash: '6f7b9c8d5c',
      serviceAccount: 'notebooks',
      image: 'acme/jupyter-gpu:2026.10',
      requests: { cpu: '2', memory: '8Gi', 'nvidia.com/mig-1g.5gb': '1' },
      gpu: true,
    }),
    6,
  );
  builder.pods(
    deployment({
      namespace: 'folding',
      name: 'folding-xl',
      hash: '84c5b6d5f7',
      image: 'acme/folding:3.2.1',
      requests: { cpu: '48', memory: '512Gi', 'nvidia.com/gpu': '8' },
      nodeSelector: { 'acme.example/gpu': 'large' },
      gpu: true,
    }),
    2,
    { ageMs: 26 * MINUTE_MS },
  );
  builder.pods(
    deployment({
      namespace: 'notebooks',
      name: 'labeler',
      hash: '5d9f8b6c7d',
      image: 'acme/labeler:0.4.0',
      requests: { cpu: '4', memory: '16Gi', 'aws.amazon.com/neuron': '1' },
      gpu: true,
    }),
    1,
  );
  addClaimedDevices(builder, 'folding');
  addRayCluster(builder, {
    namespace: 'folding',
    name: 'alignment',
    state: 'ready',
    autoscaling: true,
    ageMs: 3 * HOUR_MS,
    workers: [
      {
        name: 'gpu',
        replicas: 5,
        min: 1,
        max: 8,
        requests: { cpu: '4', memory: '16Gi', 'nvidia.com/gpu': '1' },
        nodeSelector: { 'eks.amazonaws.com/nodegroup': 'gpu-a10g' },
      },
    ],
  });
}
