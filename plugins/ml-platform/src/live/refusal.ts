import { ResponseError } from '@backstage/errors';

function statusOf(error: unknown): number | undefined {
  return error instanceof Error && error.name === 'ResponseError'
    ? (error as ResponseError).statusCode
    : undefined;
}

/** The person may not see it. */
export function isForbidden(error: unknown): boolean {
  return statusOf(error) === 403;
}

/** It is not there, or not for this person. */
export function isNotFound(error: unknown): boolean {
  return statusOf(error) === 404;
}

/** Asking again would bring the same answer. */
export function isRefused(error: unknown): boolean {
  const status = statusOf(error);
  return (
    status !== undefined && status >= 400 && status < 500 && status !== 429
  );
}
