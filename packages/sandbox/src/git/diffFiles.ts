import { runGit } from './runGit';

export type FileStatus =
  | 'added'
  | 'removed'
  | 'modified'
  | 'renamed'
  | 'copied'
  | 'changed';

export interface FileDiff {
  path: string;
  previousPath?: string;
  status: FileStatus;
  /** Of the new text; of the old one when the file is gone. */
  sha: string;
  additions: number;
  deletions: number;
  /** From the first `@@` on; absent for binary files and mere renames. */
  patch?: string;
}

const STATUS: Record<string, FileStatus> = {
  A: 'added',
  D: 'removed',
  M: 'modified',
  R: 'renamed',
  C: 'copied',
  T: 'changed',
};

const EMPTY_TREE = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

/** What changed from one commit (or nothing) to another, file by file. */
export async function diffFiles(
  directory: string,
  from: string | undefined,
  to: string,
): Promise<FileDiff[]> {
  const range = [from ?? EMPTY_TREE, to];
  const common = ['diff', '-M', '--no-color', '--no-ext-diff', '--no-textconv'];
  const [summary, patches] = await Promise.all([
    runGit([...common, '--raw', '--numstat', '--no-abbrev', '-z', ...range], {
      cwd: directory,
    }),
    runGit([...common, '-p', ...range], { cwd: directory }),
  ]);
  const texts = splitPatches(patches.stdout.toString('utf8'));
  return parseSummary(summary.stdout.toString('utf8')).map((file, index) => ({
    ...file,
    patch: texts[index],
  }));
}

/** Content lines of a patch never begin with a `d`, so the split is safe. */
function splitPatches(output: string): (string | undefined)[] {
  return output
    .split(/^diff --git /m)
    .slice(1)
    .map(text => {
      const start = /^@@ /m.exec(text);
      return start ? text.slice(start.index).replace(/\n$/, '') : undefined;
    });
}

/** Raw records come first, then one numstat record for each, in one order. */
function parseSummary(output: string): Omit<FileDiff, 'patch'>[] {
  const fields = output.split('\0');
  const files: Omit<FileDiff, 'patch'>[] = [];
  let position = 0;
  while (fields[position]?.startsWith(':')) {
    const [, , oldSha, newSha, letter] = fields[position].split(' ');
    const status = STATUS[letter[0]] ?? 'changed';
    const moved = status === 'renamed' || status === 'copied';
    files.push({
      path: fields[position + (moved ? 2 : 1)],
      previousPath: moved ? fields[position + 1] : undefined,
      status,
      sha: status === 'removed' ? oldSha : newSha,
      additions: 0,
      deletions: 0,
    });
    position += moved ? 3 : 2;
  }
  for (const file of files) {
    const [additions, deletions, path] = fields[position].split('\t');
    // Binary files count as '-'.
    file.additions = Number(additions) || 0;
    file.deletions = Number(deletions) || 0;
    position += path === '' ? 3 : 1;
  }
  return files;
}
