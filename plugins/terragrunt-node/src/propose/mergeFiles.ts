import { diff3Merge } from 'node-diff3';
import { SnapshotFile } from '../snapshot/RepositorySnapshot';

/** A path that differs from the common ancestor; `file` is undefined where it was removed. */
export interface PathChange {
  path: string;
  file?: SnapshotFile;
}

/** What two branches did since their common ancestor, by path. */
export interface ComparedTrees {
  /** Changed on the branch alone. */
  branchOnly: PathChange[];
  /** Changed on both sides, not to the same content. */
  both: string[];
}

/** Compares three listings of one repository. */
export function compareTrees(
  ancestor: SnapshotFile[],
  base: SnapshotFile[],
  branch: SnapshotFile[],
): ComparedTrees {
  const ancestorFiles = byPath(ancestor);
  const baseFiles = byPath(base);
  const branchFiles = byPath(branch);
  const result: ComparedTrees = { branchOnly: [], both: [] };
  for (const path of new Set([
    ...ancestorFiles.keys(),
    ...branchFiles.keys(),
  ])) {
    const before = ancestorFiles.get(path);
    const onBase = baseFiles.get(path);
    const onBranch = branchFiles.get(path);
    if (isSameFile(before, onBranch) || isSameFile(onBase, onBranch)) {
      continue;
    }
    if (isSameFile(before, onBase)) {
      result.branchOnly.push({ path, file: onBranch });
    } else {
      result.both.push(path);
    }
  }
  return result;
}

/**
 * Merges two texts that come from a third, line by line, as `git merge` does.
 *
 * @returns the merged text, undefined when the same lines were changed
 */
export function mergeTexts(
  ancestor: string,
  base: string,
  branch: string,
): string | undefined {
  const blocks = diff3Merge(lines(base), lines(ancestor), lines(branch), {
    excludeFalseConflicts: true,
  });
  return blocks.some(block => block.conflict)
    ? undefined
    : blocks.flatMap(block => block.ok ?? []).join('');
}

function byPath(files: SnapshotFile[]): Map<string, SnapshotFile> {
  return new Map(files.map(file => [file.path, file]));
}

export function isSameFile(
  one: SnapshotFile | undefined,
  other: SnapshotFile | undefined,
): boolean {
  return one?.sha === other?.sha && one?.mode === other?.mode;
}

/** Lines with their ends, so that joining them gives the text again. */
function lines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
