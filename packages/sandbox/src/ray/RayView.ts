import { KubernetesObject } from '../fleet/types';
import { ClusterObjects } from '../kubernetes/ClusterObjects';

/** What a Ray cluster's dashboard knows, taken from the objects around it. */
export interface RayView {
  cluster: KubernetesObject;
  head: KubernetesObject;
  /** Its own running pods, the head first. */
  pods: KubernetesObject[];
  /** Pods that ran and do not any more; the dashboard keeps them for a while. */
  lost: KubernetesObject[];
  jobs: KubernetesObject[];
  /** Of the RayService that this cluster serves for, if one does. */
  service:
    | { object: KubernetesObject; applications: Record<string, any> }
    | undefined;
  now: Date;
  /** Whether something computes on it. */
  isBusy: boolean;
}

export function rayView(
  objects: ClusterObjects,
  cluster: KubernetesObject,
  head: KubernetesObject,
  now: Date,
): RayView {
  const { name, namespace } = cluster.metadata;
  const own = [...objects.list('pods')].filter(
    ({ metadata }) =>
      metadata.namespace === namespace &&
      metadata.labels?.['ray.io/cluster'] === name &&
      metadata.name !== head.metadata.name,
  );
  const inNamespace = (resource: string) =>
    [...objects.list(resource)].filter(
      ({ metadata }) => metadata.namespace === namespace,
    );
  const jobs = inNamespace('rayjobs').filter(
    job => job.status?.rayClusterName === name && job.status?.jobId,
  );
  const service = serviceOf(inNamespace('rayservices'), name);
  return {
    cluster,
    head,
    pods: [head, ...own.filter(isRunning)],
    lost: own.filter(pod => pod.status?.phase === 'Failed'),
    jobs,
    service,
    now,
    isBusy:
      service !== undefined ||
      jobs.some(job => job.status?.jobStatus === 'RUNNING'),
  };
}

function serviceOf(services: KubernetesObject[], cluster: string) {
  for (const object of services) {
    const { activeServiceStatus, pendingServiceStatus } = object.status ?? {};
    const side = [activeServiceStatus, pendingServiceStatus].find(
      status => status?.rayClusterName === cluster,
    );
    if (side) return { object, applications: side.applicationStatuses ?? {} };
  }
  return undefined;
}

/** The head's pod, when it runs and is ready: only then the service has an endpoint. */
export function readyHead(
  objects: ClusterObjects,
  cluster: KubernetesObject,
): KubernetesObject | undefined {
  const { name, namespace } = cluster.metadata;
  for (const pod of objects.list('pods')) {
    const { labels, namespace: podNamespace, deletionTimestamp } = pod.metadata;
    if (
      podNamespace === namespace &&
      labels?.['ray.io/cluster'] === name &&
      labels?.['ray.io/node-type'] === 'head' &&
      !deletionTimestamp &&
      isRunning(pod) &&
      isReady(pod)
    ) {
      return pod;
    }
  }
  return undefined;
}

function isRunning(pod: KubernetesObject): boolean {
  return pod.status?.phase === 'Running';
}

function isReady(pod: KubernetesObject): boolean {
  const conditions: { type: string; status: string }[] =
    pod.status?.conditions ?? [];
  return conditions.some(
    ({ type, status }) => type === 'Ready' && status === 'True',
  );
}

/** Requests of a pod's first container, which is Ray's. */
export function rayRequests(pod: KubernetesObject): Record<string, string> {
  const resources = pod.spec?.containers?.[0]?.resources ?? {};
  return { ...resources.limits, ...resources.requests };
}
