import { mergeTree } from '../git/mergeTree';
import { forceRef } from '../git/refs';
import { writeCommit } from '../git/writeObjects';
import { PullRecord, RepositoryRecord } from '../state/records';
import { SandboxContext } from '../state/SandboxContext';
import { WEB_FLOW } from '../repositories/signature';

export interface Mergeability {
  mergeable: boolean;
  /** Files in conflict. */
  conflicts: string[];
  /** Tree of the merge. */
  tree?: string;
  /** GitHub's test merge, found as `refs/pull/<number>/merge` too. */
  testMerge?: string;
}

/** By `base head`: the answer for two commits never changes. */
const known = new WeakMap<SandboxContext, Map<string, Mergeability>>();

/** Merges head and base of an open pull request on trial. */
export async function findMergeability(
  context: SandboxContext,
  record: RepositoryRecord,
  pull: PullRecord,
): Promise<Mergeability> {
  const cache = known.get(context) ?? new Map<string, Mergeability>();
  known.set(context, cache);
  const key = `${record.id} ${pull.number} ${pull.base.sha} ${pull.head.sha}`;
  const before = cache.get(key);
  if (before) return before;
  const found = await tryMerge(context, record, pull);
  cache.set(key, found);
  return found;
}

async function tryMerge(
  context: SandboxContext,
  record: RepositoryRecord,
  pull: PullRecord,
): Promise<Mergeability> {
  const { directory } = context.git(record);
  const { base, head } = pull;
  const result = await mergeTree(directory, base.sha, head.sha);
  if (!result.clean) return { mergeable: false, conflicts: result.conflicts };
  const person = { ...WEB_FLOW, date: pull.updatedAt };
  const testMerge = await writeCommit(directory, {
    tree: result.tree,
    parents: [base.sha, head.sha],
    author: person,
    committer: person,
    message: `Merge ${head.sha} into ${base.sha}`,
  });
  await forceRef(directory, `refs/pull/${pull.number}/merge`, testMerge);
  return { mergeable: true, conflicts: [], tree: result.tree, testMerge };
}
