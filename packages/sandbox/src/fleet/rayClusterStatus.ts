import { ClusterBuilder } from './ClusterBuilder';
import type { RayClusterOptions, RayWorkerOptions } from './rayCluster';
import { MINUTE_MS, kubernetesTime } from './times';
import { Json } from './types';

/** `status` of a RayCluster, as the operator writes it. */
export function rayClusterStatus(
  builder: ClusterBuilder,
  options: RayClusterOptions,
  facts: { created: Date; head?: string; ready: number },
): Json {
  const { name, state, workers } = options;
  const started = new Date(facts.created.getTime() + 2 * MINUTE_MS);
  const suspended = state === 'suspended';
  const desired = suspended
    ? 0
    : workers.reduce((total, { replicas }) => total + replicas, 0);
  // The operator leaves out what is 0.
  const counts = Object.fromEntries(
    Object.entries({
      readyWorkerReplicas: facts.ready,
      availableWorkerReplicas: facts.ready,
      desiredWorkerReplicas: desired,
      minWorkerReplicas: workers.reduce(
        (total, { min }) => total + (min ?? 0),
        0,
      ),
    }).filter(([, count]) => count > 0),
  );
  const wasUp = !['provisioning', 'replica-failure'].includes(state);
  const label = suspended ? 'suspended' : 'ready';
  return {
    ...(wasUp ? { state: label } : {}),
    ...counts,
    maxWorkerReplicas: workers.some(({ max }) => max === undefined)
      ? 2147483647
      : workers.reduce((total, { max }) => total + (max ?? 0), 0),
    desiredCPU: String(2 + sum(workers, 'cpu')),
    desiredMemory: `${8 + sum(workers, 'memory')}Gi`,
    desiredGPU: String(sum(workers, 'nvidia.com/gpu')),
    desiredTPU: '0',
    lastUpdateTime: kubernetesTime(builder.ago(40_000)),
    ...(wasUp
      ? { stateTransitionTimes: { [label]: kubernetesTime(started) } }
      : {}),
    endpoints: {
      client: '10001',
      dashboard: '8265',
      'gcs-server': '6379',
      metrics: '8080',
      serve: '8000',
    },
    head: facts.head
      ? { podName: facts.head, serviceName: `${name}-head-svc` }
      : { serviceName: `${name}-head-svc` },
    observedGeneration: 1,
    ...(state === 'replica-failure'
      ? { reason: 'pods "ray" is forbidden: exceeded quota: gpu' }
      : {}),
    ...(state === 'unobserved'
      ? {}
      : {
          conditions: conditionsOf(state, started, facts.head !== undefined),
        }),
  };
}

function sum(workers: RayWorkerOptions[], resource: string): number {
  return workers.reduce(
    (total, { replicas, requests }) =>
      total + replicas * parseInt(requests[resource] ?? '0', 10),
    0,
  );
}

function conditionsOf(
  state: RayClusterOptions['state'],
  started: Date,
  hasHead: boolean,
): Json[] {
  const condition = (
    type: string,
    good: boolean,
    reason: string,
    message = '',
  ) => ({
    type,
    status: good ? 'True' : 'False',
    reason,
    message,
    lastTransitionTime: kubernetesTime(started),
  });
  const head = (good: boolean, reason: string, message = '') =>
    condition('HeadPodReady', good, reason, message);
  const provisioned = condition(
    'RayClusterProvisioned',
    true,
    'AllPodRunningAndReadyFirstTime',
    'All Ray Pods are ready for the first time',
  );
  const provisioning = condition(
    'RayClusterProvisioned',
    false,
    'RayClusterPodsProvisioning',
    'RayCluster Pods are being provisioned for first time',
  );
  switch (state) {
    case 'ready':
      return [
        hasHead && head(true, 'HeadPodRunningAndReady'),
        provisioned,
      ].filter(entry => typeof entry === 'object');
    case 'head-crashing':
      return [
        head(
          false,
          'CrashLoopBackOff',
          'back-off 5m0s restarting failed container=ray-head',
        ),
        provisioned,
      ];
    case 'provisioning':
      return [
        head(
          false,
          'ContainerCreating',
          'containers with unready status: [ray-head]',
        ),
        provisioning,
      ];
    case 'suspended':
      return [
        condition('RayClusterSuspended', true, 'RayClusterSuspended'),
        condition('RayClusterSuspending', false, 'RayClusterSuspended'),
        condition('RayClusterProvisioned', false, 'RayClusterPodsProvisioning'),
      ];
    default:
      return [
        head(false, 'HeadPodNotFound', 'Head Pod not found'),
        provisioning,
        condition(
          'ReplicaFailure',
          true,
          'FailedCreateHeadPod',
          'pods "ray" is forbidden: exceeded quota: gpu, requested: requests.nvidia.com/gpu=8, used: requests.nvidia.com/gpu=16, limited: requests.nvidia.com/gpu=16',
        ),
      ];
  }
}
