import { hexOf, uuidOf } from './random';
import { kubernetesTime } from './times';
import { Json, KubernetesObject } from './types';

/** What pods of one workload have in common. */
export interface PodTemplate {
  namespace: string;
  /** Name of what owns the pods; their names begin with it. */
  owner: { apiVersion: string; kind: string; name: string };
  serviceAccount?: string;
  labels: Record<string, string>;
  image: string;
  /** Name of the one container; the owner's when absent. */
  container?: string;
  requests: Record<string, string>;
  limits?: Record<string, string>;
  tolerations?: Json[];
  nodeSelector?: Record<string, string>;
  /** `Never` for jobs. */
  restartPolicy?: 'Always' | 'Never' | 'OnFailure';
  /** Added to `spec`: init containers, overhead. */
  spec?: Json;
}

export type PodState =
  | { kind: 'running'; node: string; since: Date; notReady?: boolean }
  | { kind: 'starting'; node: string }
  | { kind: 'terminating'; node: string; since: Date; deleted: Date }
  | { kind: 'unschedulable'; message: string; since: Date }
  | {
      kind: 'waiting';
      node: string;
      since: Date;
      reason: string;
      message: string;
      restarts?: number;
    }
  | { kind: 'ended'; node: string; since: Date; ended: Date; exitCode: number };

export interface PodOptions {
  clusterName: string;
  name: string;
  template: PodTemplate;
  createdAt: Date;
  state: PodState;
}

const specs = new WeakMap<PodTemplate, Json>();

/** A pod as the API server has it, with what the scheduler and kubelet say of it. */
export function buildPod(options: PodOptions): KubernetesObject {
  const { clusterName, name, template, createdAt, state } = options;
  const id = `${clusterName}/${template.namespace}/${name}`;
  const node = 'node' in state ? state.node : undefined;
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name,
      namespace: template.namespace,
      uid: uuidOf(id),
      resourceVersion: '1',
      creationTimestamp: kubernetesTime(createdAt),
      ...(state.kind === 'terminating'
        ? {
            deletionTimestamp: kubernetesTime(state.deleted),
            deletionGracePeriodSeconds: 30,
          }
        : {}),
      labels: template.labels,
      ownerReferences: [
        {
          ...template.owner,
          uid: uuidOf(
            `${clusterName}/${template.namespace}/${template.owner.kind}/${template.owner.name}`,
          ),
          controller: true,
          blockOwnerDeletion: true,
        },
      ],
    },
    spec: { ...podSpec(template), ...(node ? { nodeName: node } : {}) },
    status: podStatus(options),
  };
}

/** Pods of a template share what is the same in each: there may be 100,000. */
function podSpec(template: PodTemplate): Json {
  let spec = specs.get(template);
  if (!spec) {
    spec = {
      containers: [
        {
          name: containerName(template),
          image: template.image,
          imagePullPolicy: 'IfNotPresent',
          resources: {
            requests: template.requests,
            limits: template.limits ?? acceleratorsOf(template.requests),
          },
        },
      ],
      restartPolicy: template.restartPolicy ?? 'Always',
      serviceAccountName: template.serviceAccount ?? 'default',
      schedulerName: 'default-scheduler',
      terminationGracePeriodSeconds: 30,
      ...(template.tolerations ? { tolerations: template.tolerations } : {}),
      ...(template.nodeSelector ? { nodeSelector: template.nodeSelector } : {}),
      ...template.spec,
    };
    specs.set(template, spec);
  }
  return spec;
}

function containerName(template: PodTemplate): string {
  return template.container ?? template.owner.name;
}

/** Extended resources have limits that equal their requests. */
function acceleratorsOf(requests: Record<string, string>): Json {
  return Object.fromEntries(
    Object.entries(requests).filter(([name]) => name.includes('/')),
  );
}

function podStatus(options: PodOptions): Json {
  const { state, createdAt, template } = options;
  if (state.kind === 'unschedulable') {
    return {
      phase: 'Pending',
      qosClass: 'Burstable',
      conditions: [
        {
          type: 'PodScheduled',
          status: 'False',
          reason: 'Unschedulable',
          message: state.message,
          lastProbeTime: null,
          lastTransitionTime: kubernetesTime(state.since),
        },
      ],
    };
  }
  const since = 'since' in state ? state.since : createdAt;
  return {
    phase: phaseOf(state),
    qosClass: 'Burstable',
    hostIP: hostIp(state.node),
    startTime: kubernetesTime(createdAt),
    ...(state.kind === 'starting' ? {} : podAddress(options)),
    conditions: readyConditions(state, createdAt, since),
    containerStatuses: [
      {
        name: containerName(template),
        image: template.image,
        imageID:
          state.kind === 'starting' || state.kind === 'waiting'
            ? ''
            : `${template.image.split(':')[0]}@sha256:${hexOf(
                template.image,
                64,
              )}`,
        ready: isReady(state),
        started: isReady(state),
        restartCount: state.kind === 'waiting' ? state.restarts ?? 0 : 0,
        ...containerState(state),
      },
    ],
  };
}

function phaseOf(state: PodState): string {
  switch (state.kind) {
    case 'running':
    case 'terminating':
      return 'Running';
    case 'ended':
      return state.exitCode === 0 ? 'Succeeded' : 'Failed';
    case 'waiting':
      return state.restarts ? 'Running' : 'Pending';
    default:
      return 'Pending';
  }
}

function isReady(state: PodState): boolean {
  return (
    (state.kind === 'running' && !state.notReady) ||
    state.kind === 'terminating'
  );
}

function readyConditions(
  state: PodState,
  createdAt: Date,
  since: Date,
): Json[] {
  const ready = isReady(state);
  const why =
    state.kind === 'ended'
      ? { reason: 'PodCompleted' }
      : {
          reason: 'ContainersNotReady',
          message: 'containers with unready status',
        };
  const condition = (type: string, good: boolean, at: Date) => ({
    type,
    status: good ? 'True' : 'False',
    ...(good ? {} : why),
    lastProbeTime: null,
    lastTransitionTime: kubernetesTime(at),
  });
  return [
    condition('PodScheduled', true, createdAt),
    condition('Initialized', true, createdAt),
    condition('ContainersReady', ready, since),
    condition('Ready', ready, since),
  ];
}

function containerState(state: PodState): Json {
  switch (state.kind) {
    case 'running':
    case 'terminating':
      return {
        state: { running: { startedAt: kubernetesTime(state.since) } },
      };
    case 'ended':
      return {
        state: {
          terminated: {
            exitCode: state.exitCode,
            reason: state.exitCode === 0 ? 'Completed' : 'Error',
            startedAt: kubernetesTime(state.since),
            finishedAt: kubernetesTime(state.ended),
          },
        },
      };
    case 'waiting':
      return {
        state: { waiting: { reason: state.reason, message: state.message } },
        ...(state.restarts
          ? {
              lastState: {
                terminated: {
                  exitCode: 1,
                  reason: 'Error',
                  startedAt: kubernetesTime(state.since),
                  finishedAt: kubernetesTime(state.since),
                },
              },
            }
          : {}),
      };
    default:
      return { state: { waiting: { reason: 'ContainerCreating' } } };
  }
}

function hostIp(node: string | undefined): string | undefined {
  return node?.match(/^ip-(\d+-\d+-\d+-\d+)\./)?.[1].replace(/-/g, '.');
}

function podAddress(options: PodOptions): Json {
  const { clusterName, name } = options;
  const last = parseInt(hexOf(`ip ${clusterName} ${name}`, 4), 16);
  const podIP = `10.155.${48 + ((last >> 8) & 15)}.${last & 255}`;
  return { podIP, podIPs: [{ ip: podIP }] };
}
