import { unprocessable, validationFailed } from '../http/GithubError';
import { PullRecord, RepositoryRecord } from '../state/records';
import { SandboxContext } from '../state/SandboxContext';
import { assertNoneOpen } from './createPull';
import { syncPulls } from './syncPulls';

/**
 * Opens a closed pull request again.
 *
 * @throws GithubError 422 when it was merged, its branch is gone, or another
 *   one for the same branches is open
 */
export async function reopenPull(
  context: SandboxContext,
  record: RepositoryRecord,
  pull: PullRecord,
): Promise<void> {
  if (pull.state === 'open') return;
  if (pull.merged) throw unprocessable('Cannot reopen a merged pull request');
  if (!(await context.git(record).branchSha(pull.head.ref))) {
    throw validationFailed({
      resource: 'PullRequest',
      code: 'invalid',
      field: 'state',
      message: `state cannot be changed. The ${pull.head.ref} branch has been deleted.`,
    });
  }
  assertNoneOpen(record, pull.head.ref, pull.base.ref);
  pull.state = 'open';
  pull.closedAt = undefined;
  pull.closedBy = undefined;
  await syncPulls(context, record, pull.author);
}
