import {
  Health,
  HealthCause,
  HealthLimits,
  ResourceReference,
  defaultHealthLimits,
  healthOf,
  progressingCause,
} from '../health';
import { RayCluster, findCondition } from './RayResource';
import { sharedCauses } from './sharedCauses';

const STATUS =
  'https://docs.ray.io/en/latest/cluster/kubernetes/user-guides/observability.html';

/**
 * Health of a RayCluster, from its conditions and pods: its `state` stays `ready`
 * once it was, and `RayClusterProvisioned` says that it has been up once.
 *
 * - `ReplicaFailure` is there only while the operator fails to make or delete pods.
 * - A head that is not ready is progress until the cluster has been provisioned,
 *   and fails it afterwards: nothing works without a head.
 * - With the autoscaler no workers are wanted when nothing runs: that is healthy.
 *
 * Source: {@link https://github.com/ray-project/kuberay/blob/master/ray-operator/apis/ray/v1/raycluster_types.go}
 *
 * @param now - ISO 8601
 * @public
 */
export function rayClusterHealth(
  cluster: RayCluster,
  now: string,
  limits: HealthLimits = defaultHealthLimits,
): Health {
  const resource: ResourceReference = {
    kind: 'ray-cluster',
    name: cluster.name,
  };
  const shared = sharedCauses(cluster, resource, now, limits);
  if (cluster.deletedAt) {
    return healthOf(shared);
  }
  const suspended = suspension(cluster, resource);
  if (suspended) {
    return healthOf([...shared, suspended]);
  }
  const causes = [
    ...shared,
    ...replicaCauses(cluster, resource),
    ...headCauses(cluster, resource, now, limits),
    ...workerCauses(cluster, resource, now, limits),
  ];
  // Operators before 1.1 set no conditions: what is not said is not well.
  const silent = cluster.conditions.length === 0;
  return healthOf(causes, silent && !allReady(cluster) ? 'unknown' : 'healthy');
}

function allReady(cluster: RayCluster): boolean {
  return (
    cluster.state === 'ready' &&
    cluster.readyWorkers >= cluster.desiredWorkers &&
    cluster.podProblems.length === 0
  );
}

function suspension(
  cluster: RayCluster,
  resource: ResourceReference,
): HealthCause | undefined {
  const done = findCondition(cluster, 'RayClusterSuspended');
  const under = findCondition(cluster, 'RayClusterSuspending');
  if (done?.status === 'True') {
    return {
      code: 'RayClusterSuspended',
      status: 'suspended',
      message: 'The cluster is suspended: its pods are gone, on purpose.',
      resource,
    };
  }
  return under?.status === 'True' || cluster.suspend
    ? {
        code: 'RayClusterSuspending',
        status: 'progressing',
        message: 'The cluster is being suspended.',
        resource,
      }
    : undefined;
}

const REPLICA_FIXES: Record<string, string> = {
  FailedCreateHeadPod:
    'The API server refuses the head pod: look for a quota, a webhook or a service account that is missing.',
  FailedCreateWorkerPod:
    'The API server refuses worker pods: look for a quota, a webhook or a service account that is missing.',
  FailedDeleteHeadPod:
    'The head pod could not be deleted: look at its finalizers and at its node.',
  FailedDeleteWorkerPod:
    'A worker pod could not be deleted: look at its finalizers and at its node.',
  FailedDeleteAllPods:
    'Pods could not be deleted: look at their finalizers and at their nodes.',
};

function replicaCauses(
  cluster: RayCluster,
  resource: ResourceReference,
): HealthCause[] {
  const failure = findCondition(cluster, 'ReplicaFailure');
  return failure?.status === 'True'
    ? [
        {
          code: failure.reason ?? 'ReplicaFailure',
          status: 'degraded',
          message:
            failure.message ?? 'The operator cannot make or delete its pods.',
          ...(failure.lastTransitionTime
            ? { since: failure.lastTransitionTime }
            : {}),
          resource,
          fix:
            REPLICA_FIXES[failure.reason ?? ''] ??
            'Read the log of the KubeRay operator.',
          link: STATUS,
        },
      ]
    : [];
}

/** Reasons that say nothing more than that it is not ready. */
const PLAIN = ['ContainersNotReady', 'HeadPodNotFound', 'Unknown'];

function headCauses(
  cluster: RayCluster,
  resource: ResourceReference,
  now: string,
  limits: HealthLimits,
): HealthCause[] {
  const head = findCondition(cluster, 'HeadPodReady');
  if (!head || head.status === 'True') {
    return [];
  }
  const provisioned =
    findCondition(cluster, 'RayClusterProvisioned')?.status === 'True';
  const reason = head.reason ?? 'HeadPodNotReady';
  const said = head.message ? `: ${head.message}` : '';
  const fix = PLAIN.includes(reason)
    ? 'Look at the events of the head pod: it may wait for a node.'
    : `Read the log of the head pod's first container: it ends with ${reason}.`;
  return provisioned || /BackOff|Err|Error/.test(reason)
    ? [
        {
          code: reason,
          status: 'failed',
          message: `The head is not ready (${reason})${said}.`,
          ...(head.lastTransitionTime
            ? { since: head.lastTransitionTime }
            : {}),
          resource,
          fix,
          link: STATUS,
        },
      ]
    : [
        progressingCause({
          code: reason,
          message: `The head is not ready yet (${reason})${said}.`,
          resource,
          since: cluster.createdAt ?? head.lastTransitionTime,
          now,
          limits,
          fix,
          link: STATUS,
        }),
      ];
}

function workerCauses(
  cluster: RayCluster,
  resource: ResourceReference,
  now: string,
  limits: HealthLimits,
): HealthCause[] {
  const { desiredWorkers, readyWorkers, podProblems } = cluster;
  const workers = podProblems.filter(
    ({ pod }) => pod !== cluster.head?.podName,
  );
  if (readyWorkers >= desiredWorkers && workers.length === 0) {
    return [];
  }
  const [first] = [...workers].sort((one, other) =>
    (one.since ?? '').localeCompare(other.since ?? ''),
  );
  const since =
    first?.since ??
    findCondition(cluster, 'RayClusterProvisioned')?.lastTransitionTime ??
    cluster.createdAt;
  return [
    progressingCause({
      code: first?.reason ?? 'workers-missing',
      message: `${readyWorkers} of ${desiredWorkers} workers are ready.${
        first
          ? ` ${first.pod}: ${first.message ?? first.reason}`.replace(
              /([^.])$/,
              '$1.',
            )
          : ''
      }`,
      resource,
      since,
      now,
      limits,
      fix:
        first?.reason === 'Unschedulable'
          ? 'No node takes the workers: see on the GPU page what would help, or lower what a worker asks for.'
          : 'Look at the events and logs of the worker pods.',
      link: STATUS,
    }),
  ];
}
