import { DateTime } from 'luxon';

/**
 * The time between two moments in its two largest units: `2 days, 3 hours`.
 *
 * @param to - ISO 8601; default: now
 */
export function formatDuration(from: string, to?: string): string {
  const start = DateTime.fromISO(from);
  const end = to ? DateTime.fromISO(to) : DateTime.now();
  const duration = end
    .diff(start)
    .shiftTo('days', 'hours', 'minutes', 'seconds');
  if (!duration.isValid) {
    return 'not known';
  }
  const parts = (['days', 'hours', 'minutes'] as const).flatMap(unit => {
    const count = duration.get(unit);
    return count > 0 ? [{ unit, count }] : [];
  });
  if (parts.length === 0) {
    return 'less than a minute';
  }
  // Minutes beside days say nothing.
  const shown = parts
    .slice(0, 2)
    .filter(({ unit }) => parts[0].unit !== 'days' || unit !== 'minutes');
  return shown
    .map(
      ({ unit, count }) => `${count} ${count === 1 ? unit.slice(0, -1) : unit}`,
    )
    .join(', ');
}
