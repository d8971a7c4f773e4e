import { BearerToken } from './eksToken';

/** Where a cluster's bearer token comes from. */
export interface TokenSource {
  /** The same one until it nears its end. @throws when there is none */
  get(): Promise<string>;
  /**
   * The API server did not take the one it got: the next is a new one.
   *
   * @param serverTime - the server's clock, epoch milliseconds
   */
  refused(serverTime?: number): void;
}

/** A clock that differs by less than this is no reason for a refusal. */
const SKEW_MS = 60_000;

/** Between two tokens that are made because the one before was refused. */
const AGAIN_MS = 5_000;

/**
 * Keeps a token until its end, and makes a new one once however many ask at a time.
 * A token that is refused is made anew, at most every few seconds, and by the
 * server's clock where this machine's is wrong: a signature of tomorrow is not valid.
 */
export function cachedToken(
  make: (now: Date) => Promise<BearerToken>,
  clock: () => number = Date.now,
): TokenSource {
  let held: (BearerToken & { madeAt: number }) | undefined;
  let making: Promise<string> | undefined;
  let skew = 0;

  async function renew(): Promise<string> {
    try {
      const madeAt = clock();
      const { value, expiresAt } = await make(new Date(madeAt + skew));
      held = { value, expiresAt: expiresAt - skew, madeAt };
      return held.value;
    } finally {
      making = undefined;
    }
  }

  return {
    async get() {
      if (held && held.expiresAt > clock()) {
        return held.value;
      }
      making ??= renew();
      return making;
    },
    refused(serverTime) {
      const off = serverTime === undefined ? 0 : serverTime - clock();
      const isNews = Math.abs(off - skew) > SKEW_MS && serverTime !== undefined;
      if (isNews) {
        skew = Math.abs(off) > SKEW_MS ? off : 0;
      }
      if (held && (isNews || clock() - held.madeAt > AGAIN_MS)) {
        held = undefined;
      }
    },
  };
}

/** A token that stays as it is. */
export function fixedToken(value: string): TokenSource {
  return { get: async () => value, refused: () => {} };
}
