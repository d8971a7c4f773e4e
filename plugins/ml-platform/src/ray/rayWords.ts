import type {
  RayCluster,
  RayJob,
  RayWorkerGroup,
  ResourceAmounts,
} from '@ml-platform/plugin-ml-platform-common';
import { formatBytes, formatNumber } from '../format';

/** What pods ask for: `12 CPU, 40 GiB of memory, 4 nvidia.com/gpu`. */
export function resourceWords(amounts: ResourceAmounts): string {
  const words = Object.entries(amounts)
    .filter(([, amount]) => amount > 0)
    .map(([name, amount]) => {
      switch (name) {
        case 'cpu':
          return `${formatNumber(amount)} CPU`;
        case 'memory':
          return `${formatBytes(amount)} of memory`;
        case 'ephemeral-storage':
          return `${formatBytes(amount)} of storage`;
        default:
          return `${formatNumber(amount)} ${name}`;
      }
    });
  return words.join(', ') || 'nothing asked for';
}

/** How far workers may be scaled. */
export function boundsWords(group: RayWorkerGroup): string {
  const { min, max } = group;
  return max === undefined
    ? `${formatNumber(min)} or more`
    : `${formatNumber(min)} to ${formatNumber(max)}`;
}

/** What KubeRay says of a cluster, which is shown and never trusted. */
export function clusterStateWords({ state }: RayCluster): string {
  return state ? `KubeRay says: ${state}` : 'KubeRay says nothing yet';
}

/** What Ray and KubeRay say of a job. */
export function jobStateWords(job: RayJob): string {
  const { jobStatus, deploymentStatus } = job;
  return [
    jobStatus ? `Ray: ${jobStatus}` : 'Ray: not submitted',
    deploymentStatus ? `KubeRay: ${deploymentStatus}` : undefined,
  ]
    .filter(Boolean)
    .join(' · ');
}

/** `2 of 3 attempts failed`; undefined where there is but one. */
export function attemptWords(job: RayJob): string | undefined {
  const { failedAttempts, backoffLimit } = job;
  return backoffLimit > 0 || failedAttempts > 1
    ? `${formatNumber(failedAttempts)} of ${formatNumber(
        backoffLimit + 1,
      )} attempts failed`
    : undefined;
}
