/**
 * Times after which a state that would be fine for a while is not.
 *
 * @public
 */
export interface HealthLimits {
  /** Minutes after which `progressing` turns `degraded`. */
  progressingMinutes: number;
  /** Intervals without success after which what a source knows is stale. */
  staleIntervals: number;
  /** Minutes that a pod may wait for an accelerator before it is a warning. */
  pendingAcceleratorMinutes: number;
  /** Days of standard support left at which a version becomes a cause. */
  versionSupportDays: number;
}

/**
 * - 15 minutes: a cluster, a node or a deployment comes up within several; the
 *   cluster autoscaler too gives a node 15 minutes (`max-node-provision-time`).
 * - 10 minutes for accelerators: the warning comes before the autoscaler gives up.
 *
 * @public
 */
export const defaultHealthLimits: HealthLimits = {
  progressingMinutes: 15,
  staleIntervals: 3,
  pendingAcceleratorMinutes: 10,
  versionSupportDays: 60,
};

/**
 * Whole minutes between two moments; undefined when one is not a date.
 *
 * @param since - ISO 8601
 * @param now - ISO 8601
 * @public
 */
export function minutesSince(
  since: string | undefined,
  now: string,
): number | undefined {
  const minutes = (Date.parse(now) - Date.parse(since ?? '')) / 60_000;
  return Number.isNaN(minutes) ? undefined : Math.floor(minutes);
}
