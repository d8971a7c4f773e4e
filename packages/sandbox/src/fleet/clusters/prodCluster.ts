import { PROD_ACCOUNT } from '../accounts';
import { ClusterBuilder } from '../ClusterBuilder';
import { buildInsight } from '../insights';
import { addRayCluster } from '../rayCluster';
import { addRayJob } from '../rayJob';
import { addRayService, application } from '../rayService';
import { DAY_MS, HOUR_MS, MINUTE_MS, epochSeconds } from '../times';
import { uuidOf } from '../random';
import { FleetClock } from './clock';
import { CPU_GROUP, GPU_GROUP, addSystem, deployment } from './systemPods';

/** `mlops-prod-cluster` of acme/ml-infra, on its way from 1.34 to 1.35. */
export function prodCluster({ now, seed }: FleetClock): ClusterBuilder {
  const builder = new ClusterBuilder({
    accountId: PROD_ACCOUNT.id,
    region: PROD_ACCOUNT.region,
    name: 'mlops-prod-cluster',
    version: '1.34',
    status: 'UPDATING',
    story: 'upgrading',
    now,
    seed,
    ageMs: 400 * DAY_MS,
    network: [10, 155, 64],
    tags: {
      Environment: 'prod',
      Project: 'mlops',
      owner: 'ml-platform',
      source: 'acme/ml-infra//env/prod/aws/eks',
    },
  });
  builder.namespacesOf('ml-research', 'inference', 'ray');
  builder.namespacesOf('ml-platform', 'mlops');
  builder.nodeGroup({
    ...CPU_GROUP,
    name: 'cpu',
    instanceTypes: ['m7i.2xlarge'],
    min: 2,
    desired: 3,
    max: 10,
  });
  builder.nodeGroup({
    ...GPU_GROUP,
    name: 'gpu',
    instanceTypes: ['g5.2xlarge'],
    min: 1,
    desired: 2,
    max: 8,
  });
  // Four turns on each GPU, for models that leave it idle most of the time.
  builder.nodeGroup({
    ...GPU_GROUP,
    labels: { ...GPU_GROUP.labels, 'acme.example/gpu': 'shared' },
    name: 'gpu-shared',
    instanceTypes: ['g5.2xlarge'],
    min: 1,
    desired: 2,
    max: 4,
    sharing: { kind: 'time-sliced', replicas: 4 },
  });
  addSystem(builder, { ray: true });
  builder.addon('aws-efs-csi-driver', 'v2.1.13-eksbuild.1');
  workloads(builder);
  rayObjects(builder);
  builder.cluster.insights.push(
    buildInsight(builder.cluster, 'kubelet-skew', 'WARNING', now),
    buildInsight(builder.cluster, 'deprecated-apis', 'PASSING', now),
    buildInsight(builder.cluster, 'addon-compatibility', 'UNKNOWN', now),
  );
  builder.cluster.updates.push(
    {
      update: {
        id: uuidOf('upgrade of prod'),
        status: 'InProgress',
        type: 'VersionUpdate',
        params: [
          { type: 'Version', value: '1.35' },
          { type: 'PlatformVersion', value: 'eks.9' },
        ],
        createdAt: epochSeconds(builder.ago(11 * MINUTE_MS)),
        errors: [],
      },
    },
    {
      nodegroupName: 'gpu',
      update: {
        id: uuidOf('release of gpu'),
        status: 'Successful',
        type: 'VersionUpdate',
        params: [{ type: 'ReleaseVersion', value: '1.34.4-20261103' }],
        createdAt: epochSeconds(builder.ago(9 * DAY_MS)),
        errors: [],
      },
    },
  );
  return builder;
}

function workloads(builder: ClusterBuilder): void {
  builder.pods(
    deployment({
      namespace: 'mlops',
      name: 'mlflow',
      hash: '84d5c9b7fc',
      image: 'ghcr.io/mlflow/mlflow:v3.4.0',
      requests: { cpu: '1', memory: '2Gi' },
    }),
    2,
  );
  builder.pods(
    deployment({
      namespace: 'inference',
      name: 'triton',
      hash: '75f5d8c7bf',
      image: 'nvcr.io/nvidia/tritonserver:25.10-py3',
      requests: { cpu: '3', memory: '12Gi', 'nvidia.com/gpu': '1' },
      nodeSelector: { 'eks.amazonaws.com/nodegroup': 'gpu' },
      gpu: true,
    }),
    2,
  );
  builder.pods(
    deployment({
      namespace: 'inference',
      name: 'embedder',
      hash: '6bb4d9f8c9',
      image: 'acme/embedder:1.9.0',
      requests: { cpu: '500m', memory: '2Gi', 'nvidia.com/gpu': '1' },
      nodeSelector: { 'acme.example/gpu': 'shared' },
      gpu: true,
    }),
    5,
  );
}

function rayObjects(builder: ClusterBuilder): void {
  const shared = { 'acme.example/gpu': 'shared' };
  const worker = { cpu: '1', memory: '2Gi', 'nvidia.com/gpu': '1' };
  addRayCluster(builder, {
    namespace: 'inference',
    name: 'ray-serve-7bq4x',
    state: 'ready',
    origin: { kind: 'RayService', name: 'ray-serve' },
    serviceAccount: 'ray-serve',
    workers: [
      {
        name: 'gpu',
        replicas: 1,
        min: 1,
        max: 2,
        requests: worker,
        nodeSelector: shared,
      },
      {
        name: 'cpu',
        replicas: 2,
        min: 1,
        max: 6,
        requests: { cpu: '2', memory: '4Gi' },
      },
    ],
  });
  addRayCluster(builder, {
    namespace: 'inference',
    name: 'ray-serve-d9m2k',
    state: 'provisioning',
    ageMs: 5 * MINUTE_MS,
    origin: { kind: 'RayService', name: 'ray-serve' },
    serviceAccount: 'ray-serve',
    workers: [
      {
        name: 'gpu',
        replicas: 1,
        min: 1,
        max: 2,
        requests: worker,
        nodeSelector: shared,
      },
    ],
  });
  addRayService(builder, {
    namespace: 'inference',
    name: 'ray-serve',
    active: 'ray-serve-7bq4x',
    pending: 'ray-serve-d9m2k',
    endpoints: 3,
    applications: {
      llm: application('RUNNING', { router: 'HEALTHY', model: 'HEALTHY' }),
    },
    pendingApplications: {
      llm: application('DEPLOYING', { router: 'UPDATING', model: 'UPDATING' }),
    },
    conditions: [
      [
        'Ready',
        'True',
        'NonZeroServeEndpoints',
        'Number of serve endpoints is greater than 0',
      ],
      [
        'UpgradeInProgress',
        'True',
        'BothActivePendingClustersExist',
        'Both active and pending Ray clusters exist',
        5 * MINUTE_MS,
      ],
    ],
  });
  addRayService(builder, {
    namespace: 'ray',
    name: 'moderation',
    active: 'moderation-5kk8c',
    endpoints: 2,
    applications: {
      text: application('RUNNING', { classifier: 'HEALTHY' }),
      image: application(
        'UNHEALTHY',
        { detector: 'UNHEALTHY' },
        'The deployment failed its health check 3 times in a row: CUDA out of memory.',
      ),
    },
    conditions: [
      ['Ready', 'True', 'NonZeroServeEndpoints'],
      ['UpgradeInProgress', 'False', 'NoPendingCluster'],
    ],
  });
  addRayCluster(builder, {
    namespace: 'ray',
    name: 'moderation-5kk8c',
    state: 'ready',
    origin: { kind: 'RayService', name: 'moderation' },
    workers: [
      {
        name: 'cpu',
        replicas: 2,
        min: 2,
        max: 2,
        requests: { cpu: '1', memory: '2Gi' },
      },
    ],
  });
  addRayJob(builder, {
    namespace: 'ray',
    name: 'ranking-refresh',
    jobStatus: 'RUNNING',
    deploymentStatus: 'Running',
    startedMs: 35 * MINUTE_MS,
    rayCluster: 'ranking-refresh-m4wtx',
    message: 'Job is currently running.',
  });
  addRayCluster(builder, {
    namespace: 'ray',
    name: 'ranking-refresh-m4wtx',
    state: 'ready',
    ageMs: 38 * MINUTE_MS,
    origin: { kind: 'RayJob', name: 'ranking-refresh' },
    workers: [
      {
        name: 'cpu',
        replicas: 2,
        min: 2,
        max: 2,
        requests: { cpu: '1', memory: '2Gi' },
      },
    ],
  });
  addRayJob(builder, {
    namespace: 'ray',
    name: 'monthly-report',
    jobStatus: '',
    deploymentStatus: 'Suspended',
    suspend: true,
    ageMs: 26 * HOUR_MS,
  });
}
