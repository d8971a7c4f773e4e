import { FileDiff, diffFiles } from '../git/diffFiles';
import { findMergeBase, listCommits } from '../git/history';
import { GitCommit } from '../git/parseObjects';
import { PullRecord, RepositoryRecord } from '../state/records';
import { SandboxContext } from '../state/SandboxContext';

/** Files that a pull request changes, seen from where it left its base. */
export async function pullFiles(
  context: SandboxContext,
  record: RepositoryRecord,
  pull: PullRecord,
): Promise<FileDiff[]> {
  const { directory } = context.git(record);
  const from = await findMergeBase(directory, pull.base.sha, pull.head.sha);
  return diffFiles(directory, from, pull.head.sha);
}

/** Commits of a pull request, the oldest first. */
export async function pullCommits(
  context: SandboxContext,
  record: RepositoryRecord,
  pull: PullRecord,
): Promise<GitCommit[]> {
  const git = context.git(record);
  const shas = await listCommits(git.directory, pull.head.sha, {
    notIn: pull.base.sha,
    reverse: true,
  });
  return git.commits(shas);
}
