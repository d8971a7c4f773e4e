import { isError } from '@backstage/errors';

/** GitHub asks for a minute when a secondary limit names no time. */
const SECONDARY_LIMIT_WAIT_MS = 60_000;

interface LimitedAnswer {
  status: number;
  message: string;
  response?: { headers: Record<string, string | number | undefined> };
}

/**
 * How long GitHub wants us to wait, in milliseconds; undefined when an error is not about a limit.
 *
 * Source of the rule:
 * https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api#handle-rate-limit-errors-appropriately
 * (`retry-after` first, then `x-ratelimit-reset` when nothing remains, else at least a minute).
 */
export function rateLimitWait(
  error: unknown,
  now: number = Date.now(),
): number | undefined {
  if (!isError(error)) {
    return undefined;
  }
  const { status, message, response } = error as unknown as LimitedAnswer;
  if (!response || (status !== 403 && status !== 429)) {
    return undefined;
  }
  const retryAfter = Number(response.headers['retry-after']);
  if (response.headers['retry-after'] !== undefined && retryAfter >= 0) {
    return retryAfter * 1000;
  }
  if (String(response.headers['x-ratelimit-remaining']) === '0') {
    const reset = Number(response.headers['x-ratelimit-reset']) * 1000;
    return Math.max(0, reset - now) + 1000;
  }
  if (status === 429 || /secondary rate|abuse detection/i.test(message)) {
    return SECONDARY_LIMIT_WAIT_MS;
  }
  return undefined;
}
