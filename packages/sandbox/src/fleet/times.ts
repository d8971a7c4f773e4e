export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** Many objects of a fleet have the same times: their texts are made once. */
const texts = new Map<number, string>();
const MOST_TEXTS = 10_000;

/** As Kubernetes writes it: without milliseconds. */
export function kubernetesTime(time: Date | number): string {
  const seconds = Math.floor(Number(time) / 1000);
  let text = texts.get(seconds);
  if (text === undefined) {
    text = new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
    if (texts.size >= MOST_TEXTS) texts.clear();
    texts.set(seconds, text);
  }
  return text;
}

/** As AWS's JSON writes it: epoch seconds. */
export function epochSeconds(time: Date | number): number {
  return Math.floor(Number(time)) / 1000;
}
