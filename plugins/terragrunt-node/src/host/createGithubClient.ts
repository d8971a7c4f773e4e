import { Octokit } from 'octokit';
import { GithubAccess } from './GithubAccess';
import { retryRequest, RetryOptions } from './retryRequest';
import { UnreadableAnswerError } from './UnreadableAnswerError';

/** One answer may take this long: a recursive tree of a large repository takes seconds. */
const REQUEST_TIMEOUT_MS = 60_000;

/**
 * How a client behaves when GitHub does not.
 *
 * @public
 */
export interface GithubClientOptions {
  signal?: AbortSignal;
  retry?: Partial<Omit<RetryOptions, 'repeatable' | 'signal'>>;
}

/**
 * An octokit client for one repository. Octokit's own throttling is left out: it spaces writes by a
 * second and pull requests by three, which is meant for bulk work, not for six requests a person waits
 * for. Its retries are left out because they repeat writes that may have been carried out.
 */
export function createGithubClient(
  access: Pick<GithubAccess, 'apiBaseUrl' | 'token'>,
  options: GithubClientOptions = {},
): Octokit {
  const client = new Octokit({
    auth: access.token,
    baseUrl: access.apiBaseUrl.replace(/\/$/, ''),
    throttle: { enabled: false },
    retry: { enabled: false },
    log: { debug() {}, info() {}, warn() {}, error() {} },
  });
  client.hook.wrap('request', (request, parameters) =>
    retryRequest(
      async () => {
        const timeout = AbortSignal.timeout(REQUEST_TIMEOUT_MS);
        const response = await request({
          ...parameters,
          request: {
            ...parameters.request,
            signal: options.signal
              ? AbortSignal.any([options.signal, timeout])
              : timeout,
          },
        });
        if (response.status !== 204 && typeof response.data !== 'object') {
          throw new UnreadableAnswerError();
        }
        return response;
      },
      {
        repeatable: isRepeatable(parameters.method, parameters.url),
        signal: options.signal,
        ...options.retry,
      },
    ),
  );
  return client;
}

/**
 * Reads, and the writes that only add objects under the hash of their content (blobs and trees), end the
 * same however often they are carried out. A commit repeated is one more unreachable object.
 */
function isRepeatable(method: string, url: string): boolean {
  return (
    method === 'GET' ||
    method === 'DELETE' ||
    // Only queries are sent there, no mutations.
    url.endsWith('/graphql') ||
    /\/git\/(blobs|trees|commits)$/.test(url)
  );
}
