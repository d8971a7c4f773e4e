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
    throw mapGithubError(error, attempt);
  }
}
