import { PodState, PodTemplate } from './buildPod';
import { ClusterBuilder } from './ClusterBuilder';
import { nameSuffix, uuidOf } from './random';
import { rayClusterStatus } from './rayClusterStatus';
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
  /** Its dashboard asks for the token that the operator wrote into a Secret. */
  hasToken?: boolean;
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
      ...(options.hasToken ? { authOptions: { mode: 'token' } } : {}),
      headGroupSpec: {
        rayStartParams: { 'dashboard-host': '0.0.0.0' },
        template: podTemplate('ray-head', { cpu: '2', memory: '8Gi' }),
      },
      workerGroupSpecs: groups.map(({ worker }) => ({
        groupName: worker.name,
        replicas: worker.replicas,
        minReplicas: worker.min ?? 0,
        // As the API server fills it in where no limit is set.
        maxReplicas: worker.max ?? 2 ** 31 - 1,
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
