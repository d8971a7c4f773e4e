import {
  AuthenticationError,
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
  isError,
} from '@backstage/errors';
import { shortened } from '../config/shortened';
import { GithubAccess } from './GithubAccess';
import { rateLimitWait } from './rateLimit';

/** What octokit's RequestError holds of use here. */
interface GithubFailure {
  status: number;
  message: string;
  response?: {
    headers: Record<string, string | number | undefined>;
    data?: unknown;
  };
}

/** What was tried when a request failed. */
export interface GithubAttempt {
  access: Pick<GithubAccess, 'host' | 'owner' | 'name' | 'kind'>;
  /** Completes "GitHub could not ...": 'create the branch x'. */
  what: string;
  /** Needs the right to write. */
  writes?: boolean;
}

/**
 * Turns a failed request to GitHub into an error that says what was tried, where, why it failed and what
 * to do. This is the only place where GitHub's statuses get a meaning. Nothing of the request (its
 * headers hold the token) goes into the result.
 */
export function mapGithubError(error: unknown, attempt: GithubAttempt): Error {
  const { access, what } = attempt;
  if (isUnreadable(error)) {
    return new ServiceUnavailableError(
      `GitHub could not ${what} in ${access.owner}/${access.name} on ${access.host}: its answer is not one of GitHub's API; check apiBaseUrl in integrations.github and proxies on the way, then retry`,
    );
  }
  if (!isGithubFailure(error)) {
    return isError(error) ? error : new Error(String(error));
  }
  const place = `${access.owner}/${access.name} on ${access.host}`;
  const said = githubSaid(error);
  const failed = (reason: string) =>
    `GitHub could not ${what} in ${place}: ${reason}`;

  const wait = rateLimitWait(error);
  if (wait !== undefined) {
    return new ServiceUnavailableError(
      failed(
        `its rate limit is used up; try again in ${Math.max(
          1,
          Math.ceil(wait / 60_000),
        )} min, at ${timeOfDay(Date.now() + wait)}`,
      ),
    );
  }
  if (!error.response || error.status >= 500) {
    return new ServiceUnavailableError(
      failed(
        error.response
          ? `it answered ${error.status}; try again when GitHub works`
          : `it could not be reached (${shortened(
              error.message,
            )}); check that ${access.host} answers, then try again`,
      ),
    );
  }
  switch (error.status) {
    case 401:
      return new AuthenticationError(
        failed(
          access.kind === 'user'
            ? 'your sign-in was refused, it may have expired; sign in to GitHub again and create it anew'
            : 'the credential in integrations.github was refused; replace the token or the key of the app',
        ),
      );
    case 403:
    case 404:
      return accessError(error, attempt, failed, said);
    case 409:
      return new ConflictError(
        failed(`${said}; look at the repository, then try again`),
      );
    case 422:
      return unprocessable(said, failed);
    default:
      return new InputError(failed(`it answered ${error.status}, ${said}`));
  }
}

/** Whether an error is an answer of GitHub with this status. */
export function isGithubStatus(error: unknown, status: number): boolean {
  return isGithubFailure(error) && !!error.response && error.status === status;
}

/** Whether a request may have been carried out although it failed: no answer, or a gateway's. */
export function isAmbiguous(error: unknown): boolean {
  return (
    isUnreadable(error) ||
    (isGithubFailure(error) && (!error.response || error.status >= 500))
  );
}

/** Not JSON, or JSON without the fields GitHub documents. */
function isUnreadable(error: unknown): boolean {
  return (
    isError(error) &&
    (error.name === 'UnreadableAnswerError' || error.name === 'TypeError')
  );
}

export function isGithubFailure(error: unknown): error is GithubFailure {
  return (
    isError(error) &&
    error.name === 'HttpError' &&
    typeof (error as { status?: unknown }).status === 'number'
  );
}

function accessError(
  error: GithubFailure,
  attempt: GithubAttempt,
  failed: (reason: string) => string,
  said: string,
): Error {
  const { access } = attempt;
  const singleSignOn = String(
    error.response?.headers['x-github-sso'] ?? '',
  ).match(/url=(\S+)/)?.[1];
  if (singleSignOn) {
    return new NotAllowedError(
      failed(
        `the organisation wants single sign-on for this token; authorise it at ${singleSignOn}`,
      ),
    );
  }
  if (/rule violation|protected branch/i.test(said)) {
    return new NotAllowedError(
      failed(
        `a rule of the repository forbids it (${said}); allow branches ml-platform/** in its rulesets`,
      ),
    );
  }
  if (attempt.writes) {
    const who = {
      user: 'your GitHub account may not write there, or the sign-in was not asked for the scope repo; ask for write access to the repository',
      app: "the GitHub App lacks rights there; give it 'Contents: read and write' and 'Pull requests: read and write' and install it on the repository",
      integration:
        "the token in integrations.github lacks rights there; it needs contents:write and pull_requests:write (a classic token: the scope 'repo')",
    }[access.kind];
    return new NotAllowedError(failed(`${said}: ${who}`));
  }
  if (error.status === 404) {
    return new NotFoundError(
      failed(
        'it does not exist, or the credential may not see it; check the name and who may read the repository',
      ),
    );
  }
  return new NotAllowedError(
    failed(`${said}; check that the credential may read the repository`),
  );
}

function unprocessable(
  said: string,
  failed: (reason: string) => string,
): Error {
  if (
    /already exists|reference does not exist|not a fast.?forward|cannot be fast.?forwarded/i.test(
      said,
    )
  ) {
    return new ConflictError(
      failed(`${said}; somebody else was faster, try again`),
    );
  }
  if (/rule violation|protected branch/i.test(said)) {
    return new NotAllowedError(
      failed(
        `a rule of the repository forbids it (${said}); allow branches ml-platform/** in its rulesets`,
      ),
    );
  }
  return new InputError(failed(said));
}

function githubSaid(error: GithubFailure): string {
  const data = error.response?.data as
    | { message?: unknown; errors?: unknown }
    | undefined;
  const details = Array.isArray(data?.errors)
    ? data.errors.map(item =>
        typeof item === 'string'
          ? item
          : (item as { message?: string })?.message ??
            [
              (item as { field?: string })?.field,
              (item as { code?: string })?.code,
            ]
              .filter(Boolean)
              .join(' '),
      )
    : [];
  const message =
    typeof data?.message === 'string' ? data.message : error.message;
  return [message, ...details.filter(Boolean)]
    .map(text => escapeControls(text))
    .join(': ')
    .slice(0, 300);
}

/** `14:05 UTC`, rounded up, so that who comes back then is not too early. */
function timeOfDay(epochMs: number): string {
  const minute = 60_000;
  const rounded = new Date(Math.ceil(epochMs / minute) * minute);
  return `${rounded.toISOString().slice(11, 16)} UTC`;
}

function escapeControls(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]+/gu, ' ').trim();
}
