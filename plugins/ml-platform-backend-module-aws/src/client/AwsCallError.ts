import { kindOfError } from './kindOfError';

/** What a failed call means. */
export type AwsErrorKind =
  | 'denied'
  | 'credentials'
  | 'throttled'
  | 'not-offered'
  | 'not-found'
  | 'timeout'
  | 'unreachable'
  | 'malformed'
  | 'upstream';

/** A call to AWS that failed, with the IAM action that it needs. */
export class AwsCallError extends Error {
  readonly kind: AwsErrorKind;

  constructor(
    /** `eks:ListClusters` */
    readonly action: string,
    readonly cause: unknown,
  ) {
    const { name, message } =
      cause instanceof Error
        ? cause
        : { name: 'Error', message: String(cause) };
    super(message || name, { cause });
    this.name = 'AwsCallError';
    this.kind = kindOfError(cause);
  }
}

/** Whether a failure may be over in a moment: nobody has to do anything about it. */
export function mayPass(error: unknown): boolean {
  return !(
    error instanceof AwsCallError &&
    ['denied', 'not-offered'].includes(error.kind)
  );
}

/** Whether a call failed because there is no such thing (any more). */
export function isNotFound(error: unknown): boolean {
  return error instanceof AwsCallError && error.kind === 'not-found';
}
