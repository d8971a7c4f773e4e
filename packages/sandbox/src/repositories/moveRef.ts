import { updateRef } from '../git/refs';
import { syncPulls } from '../pulls/syncPulls';
import { RepositoryRecord } from '../state/records';
import { SandboxContext } from '../state/SandboxContext';

/**
 * Moves, creates or deletes a ref and lets pull requests follow.
 *
 * @returns `false` if the ref is no longer where the caller saw it
 */
export async function moveRef(
  context: SandboxContext,
  record: RepositoryRecord,
  change: { name: string; from?: string; to?: string; by: string },
): Promise<boolean> {
  const { directory } = context.git(record);
  const { name, from, to, by } = change;
  if (!(await updateRef(directory, name, from, to))) return false;
  record.pushedAt = context.now();
  await syncPulls(context, record, by);
  return true;
}
