import { PodState, PodTemplate } from './buildPod';
import { ClusterBuilder } from './ClusterBuilder';
import { nameSuffix, uuidOf } from './random';
import { HOUR_MS, MINUTE_MS, kubernetesTime } from './times';
import { Json, KubernetesObject } from './types';

export const RAY_VERSION = '2.53.0';
const IMAGE = `rayproject/ray-ml:${RAY_VERSION}`;

export const GPU_TOLERATION = {
  key: 'nvidia.com/gpu',
  operator: 'Exists',
  effect: 'NoSchedule',
};

export interface RayWorkerOptions {
  name: string;
  replicas: number;
  min?: number;
  max?: number;
  requests: Record<string, string>;
  nodeSelector?: Record<string, string>;
}

export interface RayClusterOptions {
  namespace: string;
  name: string;
  /**
   * - `ready`: every pod runs that finds a node
   * - `head-crashing`: its head is restarted over and over
   * - `provisioning`: has never been up
   * - `replica-failure`: the operator may not make pods
   * - `unobserved`: its operator is too old to set conditions
   */
  state:
    | 'ready'
    | 'head-crashing'
    | 'provisioning'
    | 'suspended'
    | 'replica-failure'
    | 'unobserved';
  workers: RayWorkerOptions[];
  autoscaling?: boolean;
  ageMs?: number;
  origin?: { kind: 'RayJob' | 'RayService'; name: string };
  serviceAccount?: string;
}

/** A RayCluster and its pods. */
export function addRayCluster(
  builder: ClusterBuilder,
  options: RayClusterOptions,
): KubernetesObject {
  const { namespace, name, state } = options;
  const ageMs = options.ageMs ?? 30 * HOUR_MS;
  const created = builder.ago(ageMs);
  builder.serve('rayclusters', 'rayjobs', 'rayservices');
  const template = (group: string, requests: Record<string, string>) =>
    rayTemplate(options, group, requests);
  const headTemplate = template('headgroup', { cpu: '2', memory: '8Gi' });
  const runs = state !== 'suspended' && state !== 'replica-failure';
  const head = runs
    ? builder.pods(headTemplate, 1, {
        names: [`${name}-head-${nameSuffix(`${name} head`)}`],
        ageMs,
        state: placed => headState(state, placed, builder),
      })[0]
    : undefined;
  const groups = options.workers.map(worker => ({
    worker,
    template: {
      ...template(worker.name, worker.requests),
      ...(worker.nodeSelector ? { nodeSelector: worker.nodeSelector } : {}),
    },
  }));
  const workerPods = runs
    ? groups.flatMap(({ worker, template: workerTemplate }) =>
        builder.pods(workerTemplate, worker.replicas, {
          names: Array.from(
            { length: worker.replicas },
            (_, index) =>
              `${name}-${worker.name}-worker-${nameSuffix(
                `${name} ${worker.name} ${index}`,
              )}`,
          ),
          ageMs: state === 'provisioning' ? 4 * MINUTE_MS : ageMs - MINUTE_MS,
          ...(state === 'provisioning'
            ? {
                state: ({ node }: { node: string }): PodState => ({
                  kind: 'starting',
                  node,
                }),
              }
            : {}),
        }),
      )
    : [];
  const ready = workerPods.filter(pod => isRunning(builder, namespace, pod));
  const object: KubernetesObject = {
    apiVersion: 'ray.io/v1',
    kind: 'RayCluster',
    metadata: {
      name,
      namespace,
      uid: uuidOf(`${builder.cluster.arn}/${namespace}/RayCluster/${name}`),
      resourceVersion: '1',
      creationTimestamp: kubernetesTime(created),
      generation: 1,
      labels: {
        'app.kubernetes.io/name': name,
        ...(options.origin
          ? {
              'ray.io/originated-from-cr-name': options.origin.name,
              'ray.io/originated-from-crd': options.origin.kind,
            }
          : {}),
      },
    },
    spec: {
      rayVersion: RAY_VERSION,
      enableInTreeAutoscaling: options.autoscaling ?? false,
      ...(state === 'suspended' ? { suspend: true } : {}),
      headGroupSpec: {
        rayStartParams: { 'dashboard-host': '0.0.0.0' },
        template: podTemplate('ray-head', { cpu: '2', memory: '8Gi' }),
      },
      workerGroupSpecs: groups.map(({ worker }) => ({
        groupName: worker.name,
        replicas: worker.replicas,
        minReplicas: worker.min ?? 0,
        ...(worker.max === undefined ? {} : { maxReplicas: worker.max }),
        numOfHosts: 1,
        rayStartParams: {},
        template: podTemplate('ray-worker', worker.requests),
      })),
    },
    status: rayClusterStatus(builder, options, {
      created,
      head,
      ready: ready.length,
    }),
  };
  builder.put('rayclusters', object);
  return object;
}

function isRunning(
  builder: ClusterBuilder,
  namespace: string,
  pod: string,
): boolean {
  const { pods } = builder.cluster.kubernetes.objects;
  return pods.get(`${namespace}/${pod}`)?.status?.phase === 'Running';
}

function headState(
  state: RayClusterOptions['state'],
  { node, since }: { node: string; since: Date },
  builder: ClusterBuilder,
): PodState {
  if (state === 'provisioning') return { kind: 'starting', node };
  if (state !== 'head-crashing') return { kind: 'running', node, since };
  return {
    kind: 'waiting',
    node,
    since: builder.ago(25 * MINUTE_MS),
    reason: 'CrashLoopBackOff',
    message: 'back-off 5m0s restarting failed container=ray-head',
    restarts: 9,
  };
}

function rayTemplate(
  options: RayClusterOptions,
  group: string,
  requests: Record<string, string>,
): PodTemplate {
  const isHead = group === 'headgroup';
  return {
    namespace: options.namespace,
    owner: {
      apiVersion: 'ray.io/v1',
      kind: 'RayCluster',
      name: options.name,
    },
    serviceAccount: options.serviceAccount,
    container: isHead ? 'ray-head' : 'ray-worker',
    image: IMAGE,
    requests,
    tolerations: [GPU_TOLERATION],
    labels: {
      'app.kubernetes.io/created-by': 'kuberay-operator',
      'app.kubernetes.io/name': 'kuberay',
      'ray.io/cluster': options.name,
      'ray.io/group': group,
      'ray.io/identifier': `${options.name}-${isHead ? 'head' : 'worker'}`,
      'ray.io/is-ray-node': 'yes',
      'ray.io/node-type': isHead ? 'head' : 'worker',
      ...(options.origin?.kind === 'RayService'
        ? { 'ray.io/serve': 'true' }
        : {}),
    },
  };
}

function podTemplate(name: string, requests: Record<string, string>): Json {
  return {
    spec: {
      containers: [
        { name, image: IMAGE, resources: { requests, limits: requests } },
      ],
    },
  };
}

function rayClusterStatus(
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
