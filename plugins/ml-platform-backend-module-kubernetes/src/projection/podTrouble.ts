import { defined, time, words } from './shared';
import type { RawPod } from './pod';

/** Why a pod does not run as it should. */
export interface PodTrouble {
  reason: string;
  message?: string;
  /** ISO 8601 */
  since?: string;
}

/** What every pod goes through on its way. */
const ON_ITS_WAY = ['ContainerCreating', 'PodInitializing'];

/**
 * The first thing that keeps a pod from running: no node, a container that cannot
 * start, one that ended badly, or the pod's own end.
 */
export function podTrouble(pod: RawPod): PodTrouble | undefined {
  return unscheduled(pod) ?? ofContainers(pod) ?? ofPod(pod);
}

function unscheduled({ spec, status }: RawPod): PodTrouble | undefined {
  const scheduled = status?.conditions?.find(
    ({ type }) => type === 'PodScheduled',
  );
  if (spec?.nodeName || scheduled?.status !== 'False') {
    return undefined;
  }
  return defined({
    reason: scheduled.reason || 'Unschedulable',
    message: words(scheduled.message),
    since: time(scheduled.lastTransitionTime),
  });
}

function ofContainers({ metadata, status }: RawPod): PodTrouble | undefined {
  const since =
    time(
      status?.conditions?.find(({ type }) => type === 'Ready')
        ?.lastTransitionTime,
    ) ?? time(metadata?.creationTimestamp);
  for (const { ready, state, lastState } of [
    ...(status?.initContainerStatuses ?? []),
    ...(status?.containerStatuses ?? []),
  ]) {
    const { waiting, terminated } = state ?? {};
    if (waiting?.reason && !ON_ITS_WAY.includes(waiting.reason)) {
      return defined({
        reason: waiting.reason,
        message: words(waiting.message) ?? ending(lastState?.terminated),
        since,
      });
    }
    if (terminated && terminated.exitCode !== 0) {
      return defined({
        reason: terminated.reason || 'Error',
        message: words(terminated.message) ?? ending(terminated),
        since: time(terminated.finishedAt) ?? since,
      });
    }
    if (ready === false && lastState?.terminated?.exitCode) {
      return defined({
        reason: lastState.terminated.reason || 'Error',
        message: ending(lastState.terminated),
        since: time(lastState.terminated.finishedAt) ?? since,
      });
    }
  }
  return undefined;
}

function ending(
  terminated: { reason?: string; exitCode?: number } | undefined,
): string | undefined {
  return terminated?.exitCode === undefined
    ? undefined
    : `Its container ended with exit code ${terminated.exitCode}${
        terminated.reason ? ` (${terminated.reason})` : ''
      }.`;
}

/** Such as an eviction, of which the containers know nothing. */
function ofPod({ metadata, status }: RawPod): PodTrouble | undefined {
  return status?.phase === 'Failed'
    ? defined({
        reason: status.reason || 'Failed',
        message: words(status.message),
        since: time(metadata?.creationTimestamp),
      })
    : undefined;
}
