import { toError } from '@backstage/errors';

/** What a person can make use of in an error from the backend or the network. */
export function describeError(error: unknown): string {
  const { name, message, cause } = toError(error);
  if (name === 'ResponseError' && cause) {
    return toError(cause).message;
  }
  // What every browser throws from fetch when no answer came at all.
  if (name === 'TypeError') {
    return 'The portal cannot be reached. Check your network connection and try again.';
  }
  return message;
}
