import { DEV_ACCOUNT } from '../accounts';
import { ClusterBuilder } from '../ClusterBuilder';
import { buildInsight } from '../insights';
import { addRayCluster } from '../rayCluster';
import { addRayJob } from '../rayJob';
import { addRayService, application } from '../rayService';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../times';
import { FleetClock } from './clock';
import { CPU_GROUP, GPU_GROUP, addSystem, deployment } from './systemPods';

/** `mlops-dev-cluster` of acme/ml-infra: all is well. */
export function devCluster({ now, seed }: FleetClock): ClusterBuilder {
  const builder = new ClusterBuilder({
    accountId: DEV_ACCOUNT.id,
    region: DEV_ACCOUNT.region,
    name: 'mlops-dev-cluster',
    version: '1.35',
    story: 'healthy',
    now,
    seed,
    ageMs: 180 * DAY_MS,
    network: [10, 155, 48],
    tags: {
      Environment: 'dev',
      Project: 'mlops',
      owner: 'ml-platform',
      source: 'acme/ml-infra//env/dev/aws/eks',
    },
  });
  builder.namespacesOf('ml-research', 'features', 'inference', 'ray');
  builder.namespacesOf('ml-platform', 'mlops');
  builder.nodeGroup({
    ...CPU_GROUP,
    name: 'cpu',
    instanceTypes: ['m5.xlarge', 'm5.2xlarge'],
    min: 2,
    desired: 3,
    max: 10,
  });
  builder.nodeGroup({
    ...GPU_GROUP,
    name: 'gpu',
    instanceTypes: ['g4dn.xlarge'],
    capacityType: 'SPOT',
    min: 0,
    desired: 1,
    max: 4,
    ageMs: 90 * DAY_MS,
  });
  addSystem(builder, { ray: true });
  builder.addon('eks-node-monitoring-agent', 'v1.5.0-eksbuild.1');
  builder.pods(
    deployment({
      namespace: 'mlops',
      name: 'mlflow',
      hash: '7d9c5b6f4d',
      image: 'ghcr.io/mlflow/mlflow:v3.4.0',
      requests: { cpu: '500m', memory: '1Gi' },
    }),
    1,
  );
  builder.pods(
    deployment({
      namespace: 'features',
      name: 'feast',
      hash: '5f8d77c9b6',
      serviceAccount: 'feast-server',
      image: 'quay.io/feastdev/feature-server:0.55.0',
      requests: { cpu: '500m', memory: '1Gi' },
    }),
    2,
  );
  builder.pods(
    deployment({
      namespace: 'inference',
      name: 'vllm',
      hash: '6d4b75cb6d',
      image: 'vllm/vllm-openai:v0.11.2',
      requests: { cpu: '2', memory: '10Gi', 'nvidia.com/gpu': '1' },
      gpu: true,
    }),
    1,
  );
  nightlyEval(builder);
  addRayCluster(builder, {
    namespace: 'ray',
    name: 'notebooks',
    state: 'ready',
    hasToken: true,
    autoscaling: true,
    workers: [
      {
        name: 'small',
        replicas: 1,
        min: 0,
        max: 4,
        requests: { cpu: '1', memory: '2Gi' },
      },
      {
        name: 'gpu',
        replicas: 0,
        min: 0,
        max: 2,
        requests: { cpu: '2', memory: '8Gi', 'nvidia.com/gpu': '1' },
      },
    ],
  });
  addRayCluster(builder, {
    namespace: 'ray',
    name: 'embeddings-h6t2v',
    state: 'ready',
    origin: { kind: 'RayService', name: 'embeddings' },
    workers: [
      {
        name: 'cpu',
        replicas: 1,
        min: 1,
        max: 2,
        requests: { cpu: '1', memory: '2Gi' },
      },
    ],
  });
  addRayService(builder, {
    namespace: 'ray',
    name: 'embeddings',
    active: 'embeddings-h6t2v',
    endpoints: 2,
    applications: { text: application('RUNNING', { encoder: 'HEALTHY' }) },
    conditions: [
      ['Ready', 'True', 'NonZeroServeEndpoints'],
      ['UpgradeInProgress', 'False', 'NoPendingCluster'],
    ],
  });
  addRayJob(builder, {
    namespace: 'ray',
    name: 'feature-backfill',
    jobStatus: 'SUCCEEDED',
    deploymentStatus: 'Complete',
    startedMs: 5 * HOUR_MS,
    endedMs: 4 * HOUR_MS,
    rayCluster: 'feature-backfill-8xk2p',
    message: 'Job finished successfully.',
  });
  addRayJob(builder, {
    namespace: 'ray',
    name: 'data-quality',
    jobStatus: 'STOPPED',
    deploymentStatus: 'Complete',
    startedMs: 9 * HOUR_MS,
    endedMs: 9 * HOUR_MS - 12 * MINUTE_MS,
    rayCluster: 'data-quality-q7d4c',
    message: 'Job was intentionally stopped.',
  });
  builder.cluster.insights.push(
    buildInsight(builder.cluster, 'kubelet-skew', 'PASSING', now),
    buildInsight(builder.cluster, 'addon-compatibility', 'PASSING', now),
  );
  return builder;
}

/** Last night's pod, which has ended and holds nothing any more. */
function nightlyEval(builder: ClusterBuilder): void {
  const template = {
    ...deployment({
      namespace: 'mlops',
      name: 'nightly-eval',
      hash: '29380020',
      image: 'acme/nightly-eval:2026.11',
      requests: { cpu: '1', memory: '2Gi' },
    }),
    owner: {
      apiVersion: 'batch/v1',
      kind: 'Job',
      name: 'nightly-eval-29380020',
    },
    restartPolicy: 'Never' as const,
  };
  builder.pods(template, 1, {
    ageMs: 8 * HOUR_MS,
    state: ({ node, since }) => ({
      kind: 'ended',
      node,
      since,
      ended: builder.ago(7 * HOUR_MS),
      exitCode: 0,
    }),
  });
}
