import { isAmbiguous } from './githubErrors';
import { rateLimitWait } from './rateLimit';

/**
 * When and how often a request is repeated.
 *
 * @public
 */
export interface RetryOptions {
  /** Whether a request that may have been carried out can be repeated. */
  repeatable: boolean;
  /** Repetitions after the first try. */
  retries: number;
  /** Wait before the first repetition; doubled for each further one. Milliseconds. */
  delayMs: number;
  /** A limit that lasts longer than this is reported instead of waited for. Milliseconds. */
  longestWaitMs: number;
  signal?: AbortSignal;
  /** Told about each wait, in milliseconds. */
  onWait?: (durationMs: number) => void;
}

const defaults: Omit<RetryOptions, 'repeatable'> = {
  retries: 3,
  delayMs: 500,
  longestWaitMs: 65_000,
};

/**
 * Repeats a request that GitHub turned away for its rate limit (such a request was not carried out), and
 * one that got no answer or a 5xx when it is repeatable.
 */
export async function retryRequest<T>(
  request: () => Promise<T>,
  given: Partial<RetryOptions> & Pick<RetryOptions, 'repeatable'>,
): Promise<T> {
  const options = { ...defaults, ...given };
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await request();
    } catch (error) {
      const wait = waitBeforeRepeating(error, attempt, options);
      if (
        attempt >= options.retries ||
        wait === undefined ||
        options.signal?.aborted
      ) {
        throw error;
      }
      options.onWait?.(wait);
      await sleep(wait, options.signal);
    }
  }
}

function waitBeforeRepeating(
  error: unknown,
  attempt: number,
  options: RetryOptions,
): number | undefined {
  const limit = rateLimitWait(error);
  if (limit !== undefined) {
    return limit <= options.longestWaitMs ? limit : undefined;
  }
  return options.repeatable && isAmbiguous(error)
    ? options.delayMs * 2 ** attempt
    : undefined;
}

async function sleep(durationMs: number, signal?: AbortSignal): Promise<void> {
  const waiting = new AbortController();
  await new Promise<void>(resolve => {
    const timer = setTimeout(resolve, durationMs);
    signal?.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true, signal: waiting.signal },
    );
  });
  waiting.abort();
}
