import { ConflictError } from '@backstage/errors';
import { FileEncodingError } from '../snapshot';
import { RepositorySnapshot } from '../snapshot/RepositorySnapshot';
import {
  CommitComparison,
  HostCommit,
  RepositoryHost,
  TreeChange,
} from '../host/RepositoryHost';
import { compareTrees, isSameFile, mergeTexts } from './mergeFiles';
import { OverlayEntry, OverlaySnapshot } from './OverlaySnapshot';

/** On what the next commit of a branch is planned and made. */
export interface Continuation {
  /** What to plan on: the branch as it would be with the newest base merged into it. */
  snapshot: RepositorySnapshot;
  /** The state whose tree the changes apply to: the branch's head or, merging, the base. */
  onto: RepositorySnapshot;
  /** Changes that take the branch's own work along when `onto` is the base. */
  carried: TreeChange[];
  parents: string[];
  /** Files both sides changed in the same lines; the plan on `snapshot` replays ours. */
  replayed: string[];
}

/**
 * Prepares a further commit on a branch. When the base has moved, it is merged in: what only the branch
 * changed is taken along, what both changed is merged line by line; where that fails the base's text is
 * taken and the request replayed on it, unless somebody else's commit would be lost by that.
 *
 * @throws ConflictError naming the file and who has to merge it by hand
 */
export async function prepareContinuation(options: {
  host: RepositoryHost;
  base: RepositorySnapshot;
  branch: string;
  head: string;
  comparison: CommitComparison;
  isOurs: (commit: HostCommit) => boolean;
  /** Page of the pull request, or the branch's name. */
  link: string;
}): Promise<Continuation> {
  const { host, base, branch, head, comparison } = options;
  const headSnapshot = await host.snapshotAt(branch, head);
  if (comparison.mergeBase === base.commit) {
    return {
      snapshot: headSnapshot,
      onto: headSnapshot,
      carried: [],
      parents: [head],
      replayed: [],
    };
  }
  const ancestor = await host.snapshotAt(base.branch, comparison.mergeBase);
  const [ancestorFiles, baseFiles, headFiles] = await Promise.all([
    ancestor.list(),
    base.list(),
    headSnapshot.list(),
  ]);
  const { branchOnly, both } = compareTrees(
    ancestorFiles,
    baseFiles,
    headFiles,
  );
  const entries: OverlayEntry[] = branchOnly.map(({ path, file }) =>
    file ? { path, file, from: headSnapshot } : { path, removed: true },
  );
  const replayed: string[] = [];
  const foreign = comparison.commits.filter(commit => !options.isOurs(commit));
  for (const path of both) {
    const merged = await mergePath(path, ancestor, base, headSnapshot);
    if (merged !== undefined) {
      const mode = headFiles.find(file => file.path === path)?.mode;
      entries.push({ path, text: merged, mode: mode ?? '100644' });
      continue;
    }
    const theirs = await findCommitTouching(path, foreign, options);
    if (theirs) {
      throw new ConflictError(
        `${path} was changed both on '${
          base.branch
        }' and by commit ${theirs.sha.slice(
          0,
          10,
        )} on the branch '${branch}', in the same lines. Nothing was changed: merge '${
          base.branch
        }' into that branch by hand, then create again. See ${options.link}`,
      );
    }
    replayed.push(path);
  }
  return {
    snapshot: new OverlaySnapshot(base, entries),
    onto: base,
    carried: entries.map(toTreeChange),
    parents: [head, base.commit],
    replayed,
  };
}

async function mergePath(
  path: string,
  ancestor: RepositorySnapshot,
  base: RepositorySnapshot,
  head: RepositorySnapshot,
): Promise<string | undefined> {
  try {
    const [before, onBase, onBranch] = await Promise.all(
      [ancestor, base, head].map(snapshot => snapshot.readText(path)),
    );
    return before === undefined ||
      onBase === undefined ||
      onBranch === undefined
      ? undefined
      : mergeTexts(before, onBase, onBranch);
  } catch (error) {
    if (error instanceof FileEncodingError) {
      return undefined;
    }
    throw error;
  }
}

/** A commit touches a path when the file differs from that of each of its parents. */
async function findCommitTouching(
  path: string,
  commits: HostCommit[],
  options: { host: RepositoryHost; branch: string },
): Promise<HostCommit | undefined> {
  const fileAt = async (commit: string) => {
    const snapshot = await options.host.snapshotAt(options.branch, commit);
    return (await snapshot.list(path)).find(file => file.path === path);
  };
  for (const commit of commits) {
    const file = await fileAt(commit.sha);
    const before = await Promise.all(commit.parents.map(fileAt));
    if (before.every(parent => !isSameFile(parent, file))) {
      return commit;
    }
  }
  return undefined;
}

function toTreeChange(entry: OverlayEntry): TreeChange {
  if ('removed' in entry) {
    return { path: entry.path, removed: true };
  }
  return 'file' in entry
    ? { path: entry.path, mode: entry.file.mode, sha: entry.file.sha }
    : { path: entry.path, mode: entry.mode, text: entry.text };
}
