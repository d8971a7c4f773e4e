import {
  isError,
  NotAllowedError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { withoutSecrets } from '../catalog/withoutSecrets';

/**
 * Gives errors the status that is theirs in our own API: a sign-in that the host
 * refuses is not one that the portal refuses (401 there would sign people out
 * here). What the host says is freed of anything like a credential.
 */
export async function plainRefusal<T>(
  { isUserToken }: { isUserToken: boolean },
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isError(error)) {
      throw error;
    }
    const message = withoutSecrets(error.message);
    if (error.name === 'AuthenticationError') {
      throw isUserToken
        ? new NotAllowedError(message)
        : new ServiceUnavailableError(message);
    }
    error.message = message;
    throw error;
  }
}
