import {
  AcceleratorPod,
  PendingPod,
  ResourceAmounts,
  isAcceleratorResource,
  RayCluster,
  RayPodProblem,
} from '@ml-platform/plugin-ml-platform-common';
import { SlimPod } from '../projection';
import { defined } from '../projection/shared';
import { ClaimedDemand } from './ClaimDemand';
import { ListedPod } from './PodStore';

/**
 * A pod that is listed by itself.
 *
 * @param key - `namespace/name`
 * @param claims - devices that its claims hold for it, and those that they want
 */
export function acceleratorPod(
  key: string,
  { node, requests, claimed, kept }: ListedPod,
  clusterArn: string,
  claims: { held: ResourceAmounts; wanted: ClaimedDemand },
): AcceleratorPod {
  const { namespace, name } = splitKey(key);
  const { held, wanted } = claims;
  // What a claim gives in place of a request is told once.
  const unclaimed = Object.fromEntries(
    Object.entries(requests).filter(
      ([resource]) => !claimed?.includes(resource),
    ),
  );
  const waitsFor = added(unclaimed, wanted.amounts);
  const holds = Object.keys(held).length > 0 ? unclaimed : requests;
  const isDemand = Object.entries(waitsFor).some(
    ([resource, amount]) => amount > 0 && isAcceleratorResource(resource),
  );
  return defined<AcceleratorPod>({
    clusterArn,
    namespace,
    name,
    uid: kept.uid,
    node,
    phase: kept.phase,
    serviceAccount: kept.serviceAccount,
    controller: kept.controller,
    labels: kept.labels,
    requests: added(added(holds, held), wanted.amounts),
    createdAt: kept.createdAt,
    deletedAt: kept.deletedAt,
    reason: kept.trouble?.reason,
    claimed,
    pending:
      kept.waits && isDemand
        ? defined<PendingPod>({
            clusterArn,
            namespace,
            name,
            createdAt: kept.createdAt ?? '',
            requests: waitsFor,
            allOf: wanted.allOf.length > 0 ? wanted.allOf : undefined,
            message: kept.trouble?.message,
            nodeSelector: kept.waits.nodeSelector,
            tolerations: kept.waits.tolerations,
            owner: kept.controller,
          })
        : undefined,
  });
}

function added(one: ResourceAmounts, other: ResourceAmounts): ResourceAmounts {
  const sum = { ...one };
  for (const [resource, amount] of Object.entries(other)) {
    sum[resource] = (sum[resource] ?? 0) + amount;
  }
  return sum;
}

/** A RayCluster with what its pods tell: who is ready, and what keeps the others. */
export function withPods(
  cluster: RayCluster,
  pods: [key: string, pod: SlimPod][],
): RayCluster {
  const ready = new Map<string, number>();
  const podProblems: RayPodProblem[] = [];
  for (const [key, { ray }] of pods) {
    if (ray?.group && ray.ready) {
      ready.set(ray.group, (ready.get(ray.group) ?? 0) + 1);
    }
    if (ray?.trouble && !ray.ready) {
      podProblems.push(
        defined<RayPodProblem>({
          pod: splitKey(key).name,
          group: ray.group,
          ...ray.trouble,
        }),
      );
    }
  }
  return {
    ...cluster,
    workerGroups: cluster.workerGroups.map(group => ({
      ...group,
      ready: ready.get(group.name) ?? 0,
    })),
    podProblems: podProblems.sort((one, other) =>
      one.pod < other.pod ? -1 : 1,
    ),
  };
}

export function splitKey(key: string): { namespace: string; name: string } {
  const at = key.indexOf('/');
  return { namespace: key.slice(0, Math.max(at, 0)), name: key.slice(at + 1) };
}
