/** What a replica does about leases at a beat. */
export interface LeasePlan {
  /** Sources to give up, so that others get their share. */
  release: string[];
  /** How many free ones to take at most. */
  acquire: number;
}

/**
 * Spreads sources evenly over the replicas that are alive: none holds more than its
 * share, rounded up. The longest held are kept, since their state is warm.
 *
 * @param mine - sources held, the longest held first
 * @param total - all sources
 * @param replicas - replicas alive, this one included
 */
export function planLeases(
  mine: string[],
  total: number,
  replicas: number,
): LeasePlan {
  const share = Math.ceil(total / Math.max(1, replicas));
  return {
    release: mine.slice(share),
    acquire: Math.max(0, share - mine.length),
  };
}
