import { createHash } from 'node:crypto';

/** Numbers that look random and are the same for the same seed. */
export class Random {
  private state: number;

  constructor(...seed: (string | number)[]) {
    this.state = hashNumber(seed.join('/'));
  }

  /** From 0 up to 1, 1 not included (mulberry32). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) % 0x100000000;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x100000000;
  }

  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  pick<T>(items: readonly T[]): T {
    return items[Math.floor(this.next() * items.length)];
  }
}

/**
 * A number below 2^32 that stands for a text (FNV-1a).
 *
 * @param begin - the number of the text before this one, when they are one text
 */
export function hashNumber(text: string, begin = 0x811c9dc5): number {
  let hash = begin;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

/** So many hexadecimal digits that stand for a text. */
export function hexOf(text: string, digits: number): string {
  return createHash('sha256').update(text).digest('hex').slice(0, digits);
}

/** A UUID that stands for a text. */
export function uuidOf(text: string): string {
  const hex = hexOf(text, 32);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

const POD_LETTERS = 'bcdfghjklmnpqrstvwxz2456789';

/** The letters that Kubernetes ends generated names with. */
export function nameSuffix(text: string, length = 5): string {
  return [...hexOf(text, length * 2).matchAll(/../g)]
    .map(([pair]) => POD_LETTERS[parseInt(pair, 16) % POD_LETTERS.length])
    .join('');
}
