import { AwsCredentialIdentity, AwsCredentialIdentityProvider } from './types';

/** Renewed this long before they expire. */
const EARLY_MS = 5 * 60_000;

/** Credentials that name no end may still be changed on disk. */
const UNLIMITED_MS = 15 * 60_000;

/** An answer that takes longer is not waited for: the next call asks again. */
const TIMEOUT_MS = 30_000;

/** Credentials that are kept, and can be forgotten when AWS refuses them. */
export type MemoizedCredentials = AwsCredentialIdentityProvider & {
  forget(): void;
};

/**
 * One set of credentials for all clients of an account: asked for once, however many
 * want it at the same time, and again shortly before it expires. While the old one
 * holds, a failure to renew it is not yet one.
 */
export function memoizeCredentials(
  provider: AwsCredentialIdentityProvider,
  now: () => number = Date.now,
  timeoutMs: number = TIMEOUT_MS,
): MemoizedCredentials {
  let held: { identity: AwsCredentialIdentity; readAt: number } | undefined;
  let asking: Promise<AwsCredentialIdentity> | undefined;

  async function renew() {
    try {
      const identity = await inTime(provider(), timeoutMs);
      held = { identity, readAt: now() };
      return identity;
    } catch (error) {
      if (held && (held.identity.expiration?.getTime() ?? 0) > now()) {
        return held.identity;
      }
      throw error;
    } finally {
      asking = undefined;
    }
  }

  async function provide() {
    if (held) {
      const { identity, readAt } = held;
      const fresh = identity.expiration
        ? identity.expiration.getTime() - EARLY_MS > now()
        : readAt + UNLIMITED_MS > now();
      if (fresh) {
        return identity;
      }
    }
    asking ??= renew();
    return asking;
  }

  return Object.assign(provide, {
    forget() {
      held = undefined;
    },
  });
}

async function inTime<Result>(
  answer: Promise<Result>,
  timeoutMs: number,
): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      const error = new Error(
        `No credentials came within ${timeoutMs / 1000} s`,
      );
      error.name = 'TimeoutError';
      reject(error);
    }, timeoutMs);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
