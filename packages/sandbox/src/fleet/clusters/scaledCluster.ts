import { FLEET_ACCOUNTS } from '../accounts';
import { ClusterBuilder } from '../ClusterBuilder';
import { addRayCluster } from '../rayCluster';
import { addRayJob } from '../rayJob';
import { addRayService, application } from '../rayService';
import { DAY_MS, MINUTE_MS } from '../times';
import { FleetClock } from './clock';
import { CPU_GROUP, GPU_GROUP, deployment } from './systemPods';

const NODES = 10;
const PODS = 200;

/** One of many clusters: 10 nodes, 200 pods, two RayClusters, a job and a service. */
export function scaledCluster(
  { now, seed }: FleetClock,
  index: number,
): ClusterBuilder {
  const account = FLEET_ACCOUNTS[index % FLEET_ACCOUNTS.length];
  const builder = new ClusterBuilder({
    accountId: account.id,
    region: account.region,
    name: `fleet-${String(index + 1).padStart(4, '0')}`,
    version: index % 3 === 0 ? '1.34' : '1.35',
    story: 'healthy',
    now,
    seed,
    ageMs: (60 + (index % 300)) * DAY_MS,
    network: [10, 1 + (index % 250), 0],
    tags: { owner: index % 2 ? 'ml-platform' : 'ml-research' },
  });
  builder.namespaces('apps');
  builder.namespacesOf('ml-platform', 'inference');
  builder.namespacesOf('ml-research', 'ray');
  builder.nodeGroup({
    ...CPU_GROUP,
    name: 'cpu',
    instanceTypes: ['m7i.4xlarge'],
    min: 2,
    desired: NODES - 3,
    max: 20,
  });
  builder.nodeGroup({
    ...GPU_GROUP,
    name: 'gpu',
    instanceTypes: ['g5.12xlarge'],
    capacityType: 'SPOT',
    min: 0,
    desired: 3,
    max: 6,
  });
  builder.addon('vpc-cni', 'v1.20.4-eksbuild.2');
  builder.addon('coredns', 'v1.13.2-eksbuild.1');
  ray(builder);
  builder.pods(
    deployment({
      namespace: 'inference',
      name: 'vllm',
      hash: '6d4b75cb6d',
      image: 'vllm/vllm-openai:v0.11.2',
      requests: { cpu: '4', memory: '16Gi', 'nvidia.com/gpu': '1' },
      gpu: true,
    }),
    // More than fit, on some clusters.
    8 + (index % 6),
  );
  const { pods } = builder.cluster.kubernetes.objects;
  for (let app = 0; pods.size < PODS; app += 1) {
    builder.pods(
      deployment({
        namespace: 'apps',
        name: `app-${app + 1}`,
        hash: '5b6c7d8f9b',
        image: `acme/app-${app + 1}:1.0.0`,
        requests: { cpu: '250m', memory: '512Mi' },
      }),
      Math.min(10, PODS - pods.size),
    );
  }
  return builder;
}

function ray(builder: ClusterBuilder): void {
  const namespace = 'ray';
  addRayCluster(builder, {
    namespace,
    name: 'shared',
    state: 'ready',
    autoscaling: true,
    workers: [
      {
        name: 'cpu',
        replicas: 3,
        min: 1,
        max: 10,
        requests: { cpu: '1', memory: '4Gi' },
      },
      {
        name: 'gpu',
        replicas: 1,
        min: 0,
        max: 4,
        requests: { cpu: '4', memory: '16Gi', 'nvidia.com/gpu': '1' },
      },
    ],
  });
  addRayCluster(builder, {
    namespace,
    name: 'chat-8d2kf',
    state: 'ready',
    origin: { kind: 'RayService', name: 'chat' },
    workers: [
      {
        name: 'cpu',
        replicas: 2,
        min: 2,
        max: 2,
        requests: { cpu: '1', memory: '4Gi' },
      },
    ],
  });
  addRayService(builder, {
    namespace,
    name: 'chat',
    active: 'chat-8d2kf',
    endpoints: 3,
    applications: { chat: application('RUNNING', { router: 'HEALTHY' }) },
    conditions: [
      ['Ready', 'True', 'NonZeroServeEndpoints'],
      ['UpgradeInProgress', 'False', 'NoPendingCluster'],
    ],
  });
  addRayJob(builder, {
    namespace,
    name: 'training',
    jobStatus: 'RUNNING',
    deploymentStatus: 'Running',
    startedMs: 40 * MINUTE_MS,
    rayCluster: 'shared',
  });
}
