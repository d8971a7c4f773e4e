/** Bounds of the wait after a failure. */
export interface BackoffLimits {
  firstMs: number;
  longestMs: number;
}

/**
 * How long to wait after so many failures in a row: twice as long each time, up to a
 * limit, and anywhere in the upper half of it, so that sources that failed together
 * do not come back together.
 *
 * @param failures - 1 after the first
 * @param random - between 0 and 1
 */
export function backoff(
  failures: number,
  { firstMs, longestMs }: BackoffLimits,
  random: number = Math.random(),
): number {
  const whole = Math.min(longestMs, firstMs * 2 ** Math.min(failures - 1, 30));
  return Math.round(whole / 2 + (whole / 2) * random);
}
