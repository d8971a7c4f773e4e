import { HISTORY_STEPS } from './EndpointHistory';

/** Values come late and are corrected: the last steps are read again. */
const LATE_STEPS = 3;

/** Steps between two readings of percentiles: 15 minutes. */
const PERCENTILE_STEPS = 3;

/**
 * Whole readings are made of so many steps, so that endpoints whose percentiles are
 * due and those whose are not go into the same calls.
 */
const READ_STEPS = LATE_STEPS + PERCENTILE_STEPS;

/**
 * Whether percentiles of an endpoint are to be read with its other figures: the first
 * time, and once in each three steps. Which three follows from the name, so that those
 * of all endpoints do not come at once.
 *
 * @param next - the first step whose percentiles are not known
 * @param last - the last step that is over
 */
export function arePercentilesDue(
  name: string,
  next: number | undefined,
  last: number,
): boolean {
  if (next === undefined) {
    return true;
  }
  const offset = [...name].reduce(
    (sum, letter) => sum + letter.codePointAt(0)!,
    0,
  );
  const turnOf = (step: number) =>
    Math.floor((step + offset) / PERCENTILE_STEPS);
  return turnOf(last) > turnOf(next - 1);
}

/**
 * The step from which on figures are read: some of those that are known, a day at
 * most.
 *
 * @param next - the first step that is not known; undefined: none is
 * @param last - the last step that is over
 */
export function firstStep(next: number | undefined, last: number): number {
  const steps = next === undefined ? Infinity : last - next + 1 + LATE_STEPS;
  const whole = Math.ceil(steps / READ_STEPS) * READ_STEPS;
  return last + 1 - Math.min(HISTORY_STEPS, Math.max(READ_STEPS, whole));
}
