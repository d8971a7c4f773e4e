import { Viewer } from './access';

const HOUR_MS = 3_600_000;
const LIMIT_WITH_TOKEN = 15_000;
const LIMIT_WITHOUT_TOKEN = 1_000;

export interface RateLimit {
  limit: number;
  remaining: number;
  used: number;
  /** Seconds since 1970 at which the counter begins anew. */
  reset: number;
}

/** Counts requests an hour for each account, as GitHub does. */
export class RateLimiter {
  private readonly counters = new Map<string, { used: number; ends: number }>();

  count(viewer: Viewer | undefined): RateLimit {
    const counter = this.counterOf(viewer);
    counter.used += 1;
    return this.look(viewer);
  }

  look(viewer: Viewer | undefined): RateLimit {
    const { used, ends } = this.counterOf(viewer);
    const limit = viewer ? LIMIT_WITH_TOKEN : LIMIT_WITHOUT_TOKEN;
    return {
      limit,
      remaining: Math.max(0, limit - used),
      used,
      reset: Math.ceil(ends / 1000),
    };
  }

  private counterOf(viewer: Viewer | undefined) {
    const key = viewer?.account.login ?? '';
    const now = Date.now();
    let counter = this.counters.get(key);
    if (!counter || counter.ends <= now) {
      counter = { used: 0, ends: now + HOUR_MS };
      this.counters.set(key, counter);
    }
    return counter;
  }
}
