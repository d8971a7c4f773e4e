import { Viewer } from '../http/access';
import { notFound, validationFailed } from '../http/GithubError';
import { isAncestor } from '../git/history';
import { forceRef } from '../git/refs';
import { PullRecord, RepositoryRecord } from '../state/records';
import { SandboxContext } from '../state/SandboxContext';
import { requestCodeOwners } from './codeOwners';
import { pullHeadRef } from './syncPulls';

export interface NewPull {
  title: string | undefined;
  body: string | undefined;
  /** `branch` or `owner:branch`. */
  head: string;
  base: string;
  draft: boolean;
}

/**
 * Opens a pull request.
 *
 * @throws GithubError 422 as GitHub answers an unknown branch, a pull request
 *   that is open already, and a branch without commits of its own
 */
export async function createPull(
  context: SandboxContext,
  record: RepositoryRecord,
  viewer: Viewer,
  request: NewPull,
): Promise<PullRecord> {
  const git = context.git(record);
  const headRef = branchOf(record, request.head);
  const [headSha, baseSha] = await Promise.all([
    headRef === undefined ? undefined : git.branchSha(headRef),
    git.branchSha(request.base),
  ]);
  const invalid = (field: string) =>
    validationFailed({ resource: 'PullRequest', field, code: 'invalid' });
  if (!baseSha) throw invalid('base');
  if (headRef === undefined || !headSha) throw invalid('head');
  if (!request.title?.trim()) {
    throw validationFailed({
      resource: 'PullRequest',
      code: 'missing_field',
      field: 'title',
    });
  }
  assertNoneOpen(record, headRef, request.base);
  if (await isAncestor(git.directory, headSha, baseSha)) {
    throw validationFailed({
      resource: 'PullRequest',
      code: 'custom',
      message: `No commits between ${request.base} and ${headRef}`,
    });
  }
  const now = context.now();
  const pull: PullRecord = {
    id: context.store.nextId(),
    number: record.nextNumber,
    title: request.title,
    body: request.body ?? null,
    author: viewer.account.login,
    state: 'open',
    draft: request.draft,
    base: { ref: request.base, sha: baseSha },
    head: { ref: headRef, sha: headSha },
    createdAt: now,
    updatedAt: now,
    labels: [],
    assignees: [],
    requestedReviewers: [],
    requestedTeams: [],
    reviews: [],
    comments: [],
  };
  record.nextNumber += 1;
  record.pulls.push(pull);
  await forceRef(git.directory, pullHeadRef(pull), headSha);
  await requestCodeOwners(context, record, pull);
  return pull;
}

/** Two open pull requests for the same branches are one too many. */
export function assertNoneOpen(
  record: RepositoryRecord,
  head: string,
  base: string,
): void {
  const open = record.pulls.some(
    pull =>
      pull.state === 'open' && pull.head.ref === head && pull.base.ref === base,
  );
  if (!open) return;
  throw validationFailed({
    resource: 'PullRequest',
    code: 'custom',
    message: `A pull request already exists for ${record.owner}:${head}.`,
  });
}

/** There are no forks here: another owner's branch does not exist. */
function branchOf(record: RepositoryRecord, head: string): string | undefined {
  const [, owner, branch] = /^([^:]+):(.+)$/.exec(head) ?? [];
  if (owner === undefined) return head;
  const ours = owner.toLowerCase() === record.owner.toLowerCase();
  return ours ? branch : undefined;
}

export function findPull(record: RepositoryRecord, number: number): PullRecord {
  const pull = record.pulls.find(candidate => candidate.number === number);
  if (!pull) throw notFound();
  return pull;
}
