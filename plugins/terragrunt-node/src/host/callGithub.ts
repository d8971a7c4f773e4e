import { ServiceUnavailableError } from '@backstage/errors';
import { GithubAttempt, mapGithubError } from './githubErrors';

/**
 * Makes a call to GitHub and reads its answer; every failure comes out as an error of @backstage/errors.
 */
export async function callGithub<T>(
  attempt: GithubAttempt,
  call: () => Promise<T>,
): Promise<T> {
  try {
    return await call();
  } catch (error) {
    // An answer without the fields GitHub documents: a proxy's page, or a body cut short.
    if (error instanceof TypeError) {
      const { host, owner, name } = attempt.access;
      throw new ServiceUnavailableError(
        `GitHub could not ${attempt.what} in ${owner}/${name} on ${host}: its answer is not one of GitHub's API; check apiBaseUrl in integrations.github and proxies on the way, then retry`,
      );
    }
    throw mapGithubError(error, attempt);
  }
}
