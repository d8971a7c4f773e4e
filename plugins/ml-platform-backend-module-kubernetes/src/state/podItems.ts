import {
  AcceleratorPod,
  PendingPod,
  RayCluster,
  RayPodProblem,
} from '@ml-platform/plugin-ml-platform-common';
import { SlimPod } from '../projection';
import { defined } from '../projection/shared';
import { ListedPod } from './PodStore';

/** A pod that is listed by itself. @param key - `namespace/name` */
export function acceleratorPod(
  key: string,
  { node, requests, claimed, kept }: ListedPod,
  clusterArn: string,
): AcceleratorPod {
  const { namespace, name } = splitKey(key);
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
    requests,
    createdAt: kept.createdAt,
    deletedAt: kept.deletedAt,
    reason: kept.trouble?.reason,
    claimed,
    pending: kept.waits
      ? defined<PendingPod>({
          clusterArn,
          namespace,
          name,
          createdAt: kept.createdAt ?? '',
          requests,
          message: kept.trouble?.message,
          ...kept.waits,
          owner: kept.controller,
        })
      : undefined,
  });
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
