import { HealthCause, ResourceReference } from './Health';
import { HealthLimits, minutesSince } from './HealthLimits';

/**
 * The cause of a thing on its way: `progressing`, and `degraded` once it has taken
 * longer than it should. Without a time it cannot be said to take too long.
 *
 * @public
 */
export function progressingCause(options: {
  code: string;
  message: string;
  resource: ResourceReference;
  since?: string;
  now: string;
  limits: HealthLimits;
  /** What to do once it takes too long. */
  fix: string;
  link?: string;
}): HealthCause {
  const { code, message, resource, since, now, limits, fix, link } = options;
  const minutes = minutesSince(since, now);
  const late = minutes !== undefined && minutes > limits.progressingMinutes;
  return {
    code,
    status: late ? 'degraded' : 'progressing',
    message: late
      ? `${message} It has taken ${describeMinutes(minutes)}, longer than the ${
          limits.progressingMinutes
        } minutes this may take.`
      : message,
    resource,
    ...(since ? { since } : {}),
    ...(late ? { fix } : {}),
    ...(late && link ? { link } : {}),
  };
}

/**
 * A duration in words: `45 minutes`, `3 hours`, `2 days`.
 *
 * @public
 */
export function describeMinutes(minutes: number): string {
  if (minutes < 120) {
    return counted(minutes, 'minute');
  }
  return minutes < 48 * 60
    ? counted(Math.round(minutes / 60), 'hour')
    : counted(Math.round(minutes / 1440), 'day');
}

function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
