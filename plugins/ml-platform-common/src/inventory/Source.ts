import {
  Health,
  HealthLimits,
  defaultHealthLimits,
  describeMinutes,
  healthOf,
  minutesSince,
} from '../health';

/**
 * What is asked together: EKS or SageMaker of an account and region, a Kubernetes
 * cluster. A source fails for itself.
 *
 * @public
 */
export interface InventorySource {
  /** `eks:111122223333:eu-west-2`, `kubernetes:<cluster ARN>` */
  id: string;
  kind: 'eks' | 'sagemaker' | 'kubernetes' | string;
  title: string;
  accountId?: string;
  region?: string;
  clusterArn?: string;
  /** Seconds between two successes when all goes well. */
  intervalSeconds: number;
  /** ISO 8601; undefined: never. */
  lastSuccessAt?: string;
  lastAttemptAt?: string;
  /** The last error, and what helps; undefined while it succeeds. */
  problem?: SourceProblem;
  /** What of it is refused or not offered while the rest is known. */
  partial: SourceProblem[];
  /** Requests made in the last minute that was counted. */
  requestsPerMinute: number;
}

/**
 * Why a source, or a part of it, is not known.
 *
 * @public
 */
export interface SourceProblem {
  /** `AccessDenied`, `timeout`, `throttled`, `not-available`, ... */
  code: string;
  message: string;
  /** What to do, such as the IAM action or RBAC rule to add. */
  fix?: string;
  /** The part it is about: `addons`, `pods`. */
  part?: string;
  /** ISO 8601 */
  since?: string;
}

/**
 * Health of a source: failed when it fails, unknown while it has never succeeded,
 * degraded when its last success is too old or parts of it are refused.
 *
 * @param now - ISO 8601
 * @public
 */
export function sourceHealth(
  source: InventorySource,
  now: string,
  limits: HealthLimits = defaultHealthLimits,
): Health {
  const resource = { kind: 'source', name: source.title } as const;
  const age = minutesSince(source.lastSuccessAt, now);
  const stale =
    age !== undefined &&
    age * 60 > source.intervalSeconds * limits.staleIntervals;
  return healthOf(
    [
      ...(source.problem
        ? [
            {
              code: source.problem.code,
              // One failure between successes is no news yet.
              status: stale || age === undefined ? 'failed' : 'degraded',
              message: source.problem.message,
              resource,
              ...(source.problem.since ? { since: source.problem.since } : {}),
              ...(source.problem.fix ? { fix: source.problem.fix } : {}),
            } as const,
          ]
        : []),
      ...(stale && !source.problem
        ? [
            {
              code: 'stale',
              status: 'degraded',
              message: `Last heard ${describeMinutes(age)} ago.`,
              resource,
              fix: 'See in the log of the backend which replica holds the source.',
            } as const,
          ]
        : []),
      ...source.partial.map(
        ({ code, message, fix, since }) =>
          ({
            code,
            status: code === 'not-available' ? 'healthy' : 'degraded',
            message,
            resource,
            ...(since ? { since } : {}),
            ...(fix ? { fix } : {}),
          } as const),
      ),
    ],
    source.lastSuccessAt ? 'healthy' : 'unknown',
  );
}
