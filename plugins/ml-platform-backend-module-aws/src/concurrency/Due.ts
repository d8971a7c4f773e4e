/** Wait after the first failure, doubled with each further one. */
const FIRST_RETRY_MS = 60_000;

/**
 * When a thing is to be read again. Turns come a little early and at random, so that
 * what was read together is not read together for ever.
 */
export class Due {
  #at = -Infinity;
  #readAt?: number;
  #failures = 0;

  constructor(
    private readonly intervalMs: number,
    private readonly random: () => number = Math.random,
  ) {}

  isDue(now: number): boolean {
    return now >= this.#at;
  }

  /** The turn succeeded. */
  done(now: number): void {
    this.#readAt = now;
    this.#failures = 0;
    this.#at = now + this.intervalMs * (0.85 + 0.1 * this.random());
  }

  /**
   * The turn failed: the next comes sooner, but not at once. What failed for a moment
   * is well again a minute later; what fails for good is asked less and less often.
   *
   * @param retryMs - the longest wait
   */
  failed(now: number, retryMs: number): void {
    const backOff = FIRST_RETRY_MS * 2 ** this.#failures;
    this.#failures += 1;
    this.#at = now + Math.min(this.intervalMs * 0.9, retryMs, backOff);
  }

  /** Brings the next turn forward. */
  soon(): void {
    this.#at = -Infinity;
  }

  /** Whether the last success is too long ago; false before the first. */
  isStale(now: number, intervals: number = 3): boolean {
    return (
      this.#readAt !== undefined &&
      now - this.#readAt > this.intervalMs * intervals
    );
  }
}
