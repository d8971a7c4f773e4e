import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Requests that a source may make: so many a minute, and a minute's worth at once, as
 * when everything is read for the first time. AWS throttles an account, and others
 * work in it too.
 */
export class RequestBudget {
  #left: number;
  #at: number;

  constructor(
    private readonly perMinute: number,
    private readonly clock: {
      /** Milliseconds that never go back. */
      now(): number;
      wait(ms: number): Promise<unknown>;
    } = { now: () => performance.now(), wait: ms => sleep(ms) },
  ) {
    this.#left = perMinute;
    this.#at = clock.now();
  }

  /** Waits until the next request may go out; those that wait keep their order. */
  async take(): Promise<void> {
    const now = this.clock.now();
    const refill = ((now - this.#at) * this.perMinute) / 60_000;
    this.#left = Math.min(this.perMinute, this.#left + refill) - 1;
    this.#at = now;
    if (this.#left < 0) {
      await this.clock.wait((-this.#left * 60_000) / this.perMinute);
    }
  }
}
