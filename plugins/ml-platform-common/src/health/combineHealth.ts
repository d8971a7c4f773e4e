import { Health, HealthCause } from './Health';
import { HealthStatus, isWorse, worstStatus } from './HealthStatus';

/**
 * The health that follows from causes: the worst status that one of them brings,
 * or the status the thing has without any.
 *
 * @public
 */
export function healthOf(
  causes: HealthCause[],
  otherwise: HealthStatus = 'healthy',
): Health {
  const sorted = causes
    .map((cause, index) => ({ cause, index }))
    .sort(
      (one, other) =>
        Number(isWorse(other.cause.status, one.cause.status)) -
          Number(isWorse(one.cause.status, other.cause.status)) ||
        one.index - other.index,
    )
    .map(({ cause }) => cause);
  return {
    status: worstStatus([otherwise, ...causes.map(cause => cause.status)]),
    causes: sorted,
  };
}

/**
 * The causes of a part as its whole inherits them: no worse than `atMost`, since
 * one sick part leaves the rest at work.
 *
 * @public
 */
export function inherit(
  part: Health,
  atMost: HealthStatus = 'degraded',
): HealthCause[] {
  return part.causes
    .filter(({ status }) => isWorse(status, 'progressing'))
    .map(cause => ({
      ...cause,
      inherited: true,
      status: isWorse(cause.status, atMost) ? atMost : cause.status,
    }));
}
