import { runGit } from './runGit';

export type MergeResult =
  | { clean: true; tree: string }
  | { clean: false; conflicts: string[] };

/** Merges two commits as Git itself would, without a work tree. */
export async function mergeTree(
  directory: string,
  base: string,
  head: string,
): Promise<MergeResult> {
  const { stdout, code } = await runGit(
    ['merge-tree', '--write-tree', '--name-only', '--no-messages', '-z'].concat(
      base,
      head,
    ),
    { cwd: directory, okCodes: [0, 1] },
  );
  const [tree, ...conflicts] = stdout.toString('utf8').split('\0');
  return code === 0
    ? { clean: true, tree }
    : { clean: false, conflicts: conflicts.filter(path => path !== '') };
}
