import { RepositoryRecord } from '../state/records';
import { Access } from '../http/access';

export const PUSH_NOT_ALLOWED =
  "You're not authorized to push to this branch. Visit https://docs.github.com/articles/about-protected-branches/ for more information.";

export const PULL_REQUEST_NEEDED =
  'Repository rule violations found\n\nChanges must be made through a pull request.\n\n';

/** A protected branch changes by merging a pull request, in no other way. */
export function isProtected(record: RepositoryRecord, branch: string): boolean {
  return record.protectedBranches.includes(branch);
}

/** Only maintainers merge to a protected branch. */
export function mayMergeTo(
  record: RepositoryRecord,
  branch: string,
  access: Access,
): boolean {
  if (isProtected(record, branch)) return access === 'maintain';
  return access === 'maintain' || access === 'write';
}
