import { AwsCredentialIdentity, AwsCredentialIdentityProvider } from './types';

/** Renewed this long before they expire. */
const EARLY_MS = 5 * 60_000;

/** Credentials that name no end may still be changed on disk. */
const UNLIMITED_MS = 15 * 60_000;

/**
 * One set of credentials for all clients of an account: asked for once, however many
 * want it at the same time, and again shortly before it expires. While the old one
 * holds, a failure to renew it is not yet one.
 */
export function memoizeCredentials(
  provider: AwsCredentialIdentityProvider,
  now: () => number = Date.now,
): AwsCredentialIdentityProvider {
  let held: { identity: AwsCredentialIdentity; readAt: number } | undefined;
  let asking: Promise<AwsCredentialIdentity> | undefined;

  async function renew() {
    try {
      const identity = await provider();
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

  return async () => {
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
  };
}
