import { isAncestor } from '../git/history';
import { forceRef } from '../git/refs';
import { PullRecord, RepositoryRecord } from '../state/records';
import { SandboxContext } from '../state/SandboxContext';

/**
 * Brings open pull requests up to what their branches are now: a head that
 * moved, a branch that is gone, a head that somebody merged with Git alone.
 */
export async function syncPulls(
  context: SandboxContext,
  record: RepositoryRecord,
  by: string,
): Promise<void> {
  for (const pull of record.pulls) {
    if (pull.state === 'open') await syncPull(context, record, pull, by);
  }
}

/** As `syncPulls`, for readers: never in the middle of somebody's change. */
export function refreshPulls(
  context: SandboxContext,
  record: RepositoryRecord,
): Promise<void> {
  return context.exclusively(record, () =>
    syncPulls(context, record, record.owner),
  );
}

async function syncPull(
  context: SandboxContext,
  record: RepositoryRecord,
  pull: PullRecord,
  by: string,
): Promise<void> {
  const git = context.git(record);
  const [head, base] = await Promise.all([
    git.branchSha(pull.head.ref),
    git.branchSha(pull.base.ref),
  ]);
  if (!head || !base) {
    closePull(context, pull, by);
    return;
  }
  const headMoved = head !== pull.head.sha;
  const baseMoved = base !== pull.base.sha;
  if (!headMoved && !baseMoved) return;
  const contained = await isAncestor(git.directory, head, base);
  if (headMoved) {
    await forceRef(git.directory, pullHeadRef(pull), head);
    pull.updatedAt = context.now();
  }
  pull.head.sha = head;
  if (contained && baseMoved) {
    const at = context.now();
    pull.merged = { at, by, sha: base };
    closePull(context, pull, by);
  } else {
    pull.base.sha = base;
    if (contained) closePull(context, pull, by);
  }
}

export function closePull(
  context: SandboxContext,
  pull: PullRecord,
  by: string,
): void {
  const now = context.now();
  pull.state = 'closed';
  pull.closedAt = now;
  pull.closedBy = by;
  pull.updatedAt = now;
}

/** Keeps the commits of a pull request when its branch is deleted. */
export function pullHeadRef(pull: { number: number }): string {
  return `refs/pull/${pull.number}/head`;
}
