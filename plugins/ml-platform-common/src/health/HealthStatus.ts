/**
 * Best first. `unknown` stands behind what is known to be well or on its way,
 * because missing facts are never good news, and before what is known to be ill.
 *
 * - `suspended`: stopped on purpose, such as a node group scaled to zero
 * - `progressing`: on its way to another state, within the time that takes
 * - `degraded`: works in part, or is about to fail
 * - `failed`: does not work
 *
 * @public
 */
export const HEALTH_STATUSES = [
  'healthy',
  'suspended',
  'progressing',
  'unknown',
  'degraded',
  'failed',
] as const;

/** @public */
export type HealthStatus = (typeof HEALTH_STATUSES)[number];

/**
 * Whether one status needs a hand more than another.
 *
 * @public
 */
export function isWorse(one: HealthStatus, other: HealthStatus): boolean {
  return HEALTH_STATUSES.indexOf(one) > HEALTH_STATUSES.indexOf(other);
}

/**
 * The worst of several statuses; `unknown` of none, since nothing is known.
 *
 * @public
 */
export function worstStatus(statuses: Iterable<HealthStatus>): HealthStatus {
  let worst: HealthStatus | undefined;
  for (const status of statuses) {
    if (worst === undefined || isWorse(status, worst)) {
      worst = status;
    }
  }
  return worst ?? 'unknown';
}
