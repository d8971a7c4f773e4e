import { createHash } from 'node:crypto';

/** A number from 0 to below 1 that belongs to a thing. */
export function fractionOf(thing: string): number {
  return createHash('sha256').update(thing).digest().readUInt32BE() / 2 ** 32;
}

/**
 * A figure that moves: it goes up and down around the middle of its range within
 * minutes, differently for each thing, and is the same whenever the same time is asked.
 */
export function moving(
  thing: string,
  now: Date,
  range: { from: number; to: number },
): number {
  const minutes = now.getTime() / 60_000;
  const phase = fractionOf(thing) * 2 * Math.PI;
  const wave =
    0.6 * Math.sin(minutes / 3 + phase) + 0.4 * Math.sin(minutes * 1.7 + phase);
  const middle = (range.from + range.to) / 2;
  return middle + (wave * (range.to - range.from)) / 2;
}
