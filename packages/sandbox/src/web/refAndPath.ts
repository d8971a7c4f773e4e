import { GitCommit } from '../git/parseObjects';
import { GitRepository } from '../git/GitRepository';
import { notFound } from '../http/GithubError';

export interface Place {
  /** As it stands in the address: branch, tag or SHA. */
  ref: string;
  path: string;
  commit: GitCommit;
}

/**
 * Splits `feature/x/env/dev` into branch and path. Git lets no branch be the
 * beginning of another, so the first that exists is the one.
 */
export async function splitRefAndPath(
  git: GitRepository,
  text: string,
): Promise<Place> {
  const parts = text.split('/').filter(part => part !== '');
  for (let length = 1; length <= parts.length; length += 1) {
    const ref = parts.slice(0, length).join('/');
    const commit = await git.resolveCommit(ref);
    if (commit) return { ref, path: parts.slice(length).join('/'), commit };
  }
  throw notFound();
}
