import { Access, Viewer } from '../http/access';
import { GithubError } from '../http/GithubError';
import { writeCommit } from '../git/writeObjects';
import { PUSH_NOT_ALLOWED, mayMergeTo } from '../repositories/protection';
import { WEB_FLOW, signCommit } from '../repositories/signature';
import { moveRef } from '../repositories/moveRef';
import { PullRecord, RepositoryRecord } from '../state/records';
import { SandboxContext } from '../state/SandboxContext';
import { findMergeability } from './mergeability';
import { pullCommits } from './pullRange';
import { syncPulls } from './syncPulls';

export interface MergeRequest {
  method: 'merge' | 'squash';
  /** The head that the caller looked at. */
  sha?: string;
  title?: string;
  message?: string;
}

/**
 * Merges a pull request into its base branch.
 *
 * @returns SHA of the new commit on the base branch
 * @throws GithubError 405 when it cannot be merged, 409 when head or base moved
 */
export async function mergePull(
  context: SandboxContext,
  record: RepositoryRecord,
  pull: PullRecord,
  by: { viewer: Viewer; access: Access },
  request: MergeRequest,
): Promise<string> {
  await syncPulls(context, record, by.viewer.account.login);
  const obstacle = await mergeObstacle(context, record, pull, by.access);
  if (obstacle) throw new GithubError(405, obstacle);
  if (request.sha && request.sha !== pull.head.sha) {
    throw new GithubError(
      409,
      'Head branch was modified. Review and try the merge again.',
    );
  }
  const { tree } = await findMergeability(context, record, pull);
  const { login, name, email } = by.viewer.account;
  const now = context.now();
  const before = pull.base.sha;
  const squash = request.method === 'squash';
  const commit = await writeCommit(
    context.git(record).directory,
    {
      tree: tree ?? '',
      parents: squash ? [before] : [before, pull.head.sha],
      author: { name, email, date: now },
      committer: { ...WEB_FLOW, date: now },
      message: await mergeMessage(context, record, pull, request),
    },
    payload => signCommit(context, payload),
  );
  const merged: PullRecord = {
    ...pull,
    state: 'closed',
    closedAt: now,
    closedBy: login,
    updatedAt: now,
    merged: { at: now, by: login, sha: commit },
  };
  const ref = `refs/heads/${pull.base.ref}`;
  const earlier = { ...pull };
  Object.assign(pull, merged);
  const change = { name: ref, from: before, to: commit, by: login };
  if (!(await moveRef(context, record, change))) {
    Object.assign(pull, earlier, {
      merged: undefined,
      closedAt: undefined,
      closedBy: undefined,
    });
    throw new GithubError(
      409,
      'Base branch was modified. Review and try the merge again.',
    );
  }
  return commit;
}

/** Why somebody may not merge, in words; `undefined` when nothing is in the way. */
export async function mergeObstacle(
  context: SandboxContext,
  record: RepositoryRecord,
  pull: PullRecord,
  access: Access,
): Promise<string | undefined> {
  if (pull.state === 'closed') return 'Pull Request is not mergeable';
  if (!mayMergeTo(record, pull.base.ref, access)) return PUSH_NOT_ALLOWED;
  if (pull.draft) return 'Pull Request is still a draft';
  const { mergeable } = await findMergeability(context, record, pull);
  return mergeable ? undefined : 'Pull Request has merge conflicts';
}

async function mergeMessage(
  context: SandboxContext,
  record: RepositoryRecord,
  pull: PullRecord,
  request: MergeRequest,
): Promise<string> {
  if (request.method === 'merge') {
    const title =
      request.title ??
      `Merge pull request #${pull.number} from ${record.owner}/${pull.head.ref}`;
    return joinMessage(title, request.message ?? pull.title);
  }
  const commits = await pullCommits(context, record, pull);
  const title = request.title ?? `${pull.title} (#${pull.number})`;
  const list = commits.map(commit => `* ${commit.message}`).join('\n\n');
  return joinMessage(title, request.message ?? list);
}

function joinMessage(title: string, message: string): string {
  return message ? `${title}\n\n${message}` : title;
}
