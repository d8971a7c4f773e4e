export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** As Kubernetes writes it: without milliseconds. */
export function kubernetesTime(time: Date | number): string {
  return new Date(time).toISOString().replace(/\.\d{3}Z$/, 'Z');
}

/** As AWS's JSON writes it: epoch seconds. */
export function epochSeconds(time: Date | number): number {
  return Math.floor(Number(time)) / 1000;
}
