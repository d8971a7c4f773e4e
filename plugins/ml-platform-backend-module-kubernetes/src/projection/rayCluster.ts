import {
  PodResources,
  RayCluster,
  RayWorkerGroup,
  ResourceAmounts,
  addAmounts,
  podRequests,
} from '@ml-platform/plugin-ml-platform-common';
import { RawRayObject, projectRayResource } from './rayShared';
import { RawCondition, defined, words } from './shared';

interface RawWorkerGroup {
  groupName?: string;
  replicas?: number;
  minReplicas?: number;
  maxReplicas?: number;
  numOfHosts?: number;
  suspend?: boolean;
  template?: { spec?: PodResources };
}

/** What is read of a RayCluster (ray.io/v1). */
export interface RawRayCluster extends RawRayObject {
  spec?: {
    rayVersion?: string;
    suspend?: boolean;
    enableInTreeAutoscaling?: boolean;
    headGroupSpec?: { template?: { spec?: PodResources } };
    workerGroupSpecs?: RawWorkerGroup[];
    authOptions?: { mode?: string; secretName?: string };
  };
  status?: {
    state?: string;
    reason?: string;
    observedGeneration?: number;
    conditions?: RawCondition[];
    desiredWorkerReplicas?: number;
    readyWorkerReplicas?: number;
    availableWorkerReplicas?: number;
    head?: { podName?: string; serviceName?: string };
  };
}

/** What the operator writes where no maximum is set. */
const NO_LIMIT = 2 ** 31 - 1;

/** A RayCluster but for what only its pods tell. */
export function projectRayCluster(
  cluster: RawRayCluster,
  clusterArn: string,
): RayCluster {
  const { metadata = {}, spec = {}, status } = cluster;
  const groups = (spec.workerGroupSpecs ?? []).map(projectGroup);
  const origin = metadata.labels?.['ray.io/originated-from-cr-name'];
  const head = defined({
    podName: status?.head?.podName || undefined,
    serviceName: status?.head?.serviceName || undefined,
  });
  return defined<RayCluster>({
    ...projectRayResource(cluster, clusterArn),
    rayVersion: spec.rayVersion || undefined,
    suspend: spec.suspend ?? false,
    autoscaling: spec.enableInTreeAutoscaling ?? false,
    origin: origin
      ? {
          kind: metadata.labels?.['ray.io/originated-from-crd'] ?? '',
          name: origin,
        }
      : undefined,
    // The operator leaves out what is 0; before its first look there is no status.
    desiredWorkers: status
      ? status.desiredWorkerReplicas ?? 0
      : groups.reduce((sum, { desired }) => sum + desired, 0),
    readyWorkers: status?.readyWorkerReplicas ?? 0,
    availableWorkers: status?.availableWorkerReplicas ?? 0,
    workerGroups: groups,
    requests: spec.suspend
      ? {}
      : addAmounts([
          requestsOf(spec.headGroupSpec),
          ...groups.map(({ requests, desired }) => times(requests, desired)),
        ]),
    head: Object.keys(head).length > 0 ? head : undefined,
    state: status?.state || undefined,
    reason: words(status?.reason),
    podProblems: [],
    authentication:
      spec.authOptions?.mode === 'token'
        ? { secretName: spec.authOptions.secretName ?? metadata.name ?? '' }
        : undefined,
  });
}

/**
 * Pods of a group: replicas within their bounds, times the hosts of each.
 *
 * Source: {@link https://github.com/ray-project/kuberay/blob/master/ray-operator/controllers/ray/utils/util.go}
 */
function projectGroup(group: RawWorkerGroup): RayWorkerGroup {
  const hosts = group.numOfHosts ?? 1;
  const min = group.minReplicas ?? 0;
  const max = group.maxReplicas ?? NO_LIMIT;
  const suspended = group.suspend ?? false;
  const replicas = Math.min(Math.max(group.replicas ?? min, min), max);
  return defined<RayWorkerGroup>({
    name: group.groupName ?? '',
    desired: suspended ? 0 : replicas * hosts,
    min: min * hosts,
    max: max >= NO_LIMIT ? undefined : max * hosts,
    suspended,
    requests: requestsOf(group),
  });
}

function requestsOf(
  group: { template?: { spec?: PodResources } } | undefined,
): ResourceAmounts {
  return podRequests(group?.template?.spec ?? {});
}

function times(amounts: ResourceAmounts, count: number): ResourceAmounts {
  return count === 0
    ? {}
    : Object.fromEntries(
        Object.entries(amounts).map(([name, amount]) => [name, amount * count]),
      );
}
