import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { GitPerson } from './parseObjects';
import { runGit, runGitText } from './runGit';

export interface TreeChange {
  path: string;
  mode: string;
  /** Absent: the path is removed. */
  sha?: string;
}

export interface NewCommit {
  tree: string;
  parents: string[];
  author: GitPerson;
  committer: GitPerson;
  message: string;
}

/** Applies changes to a tree (or to an empty one) and stores the result. */
export async function writeTree(
  directory: string,
  base: string | undefined,
  changes: TreeChange[],
): Promise<string> {
  const index = join(directory, `sandbox-index-${randomUUID()}`);
  const options = { cwd: directory, env: { GIT_INDEX_FILE: index } };
  try {
    await runGit(['read-tree', base ?? '--empty'], options);
    const files = changes.filter(change => change.mode !== '040000');
    await runGit(['update-index', '--replace', '-z', '--index-info'], {
      ...options,
      input: files.map(indexLine).join(''),
    });
    for (const change of changes.filter(entry => entry.mode === '040000')) {
      await replaceDirectory(options, change);
    }
    return await runGitText(['write-tree'], options);
  } finally {
    await rm(index, { force: true });
  }
}

function indexLine({ path, mode, sha }: TreeChange): string {
  return sha ? `${mode} ${sha}\t${path}\0` : `0 ${'0'.repeat(40)}\t${path}\0`;
}

async function replaceDirectory(
  options: { cwd: string; env: Record<string, string> },
  { path, sha }: TreeChange,
): Promise<void> {
  const inside = ['rm', '-r', '--cached', '--quiet', '--ignore-unmatch', '--'];
  await runGit([...inside, `:(literal)${path}`], {
    ...options,
    // `git rm` wants a work tree even when it touches the index alone.
    env: { ...options.env, GIT_WORK_TREE: options.cwd, GIT_DIR: options.cwd },
  });
  if (sha) await runGit(['read-tree', `--prefix=${path}/`, sha], options);
}

/**
 * Stores a commit. The text is written as given, which `git commit-tree`
 * would not do with the end of a message. `sign` adds a `gpgsig` header.
 */
export function writeCommit(
  directory: string,
  commit: NewCommit,
  sign?: (payload: string) => string,
): Promise<string> {
  const headers = [
    `tree ${commit.tree}`,
    ...commit.parents.map(parent => `parent ${parent}`),
    `author ${formatPerson(commit.author)}`,
    `committer ${formatPerson(commit.committer)}`,
  ];
  const payload = `${headers.join('\n')}\n\n${commit.message}`;
  const signature = sign?.(payload).replace(/\n/g, '\n ');
  const text = signature
    ? `${headers.join('\n')}\ngpgsig ${signature}\n\n${commit.message}`
    : payload;
  return runGitText(['hash-object', '-t', 'commit', '-w', '--stdin'], {
    cwd: directory,
    input: text,
  });
}

function formatPerson({ name, email, date }: GitPerson): string {
  // These characters end a name or an address in a commit object.
  const clean = (text: string) => text.replace(/[<>\n\0]/g, '').trim();
  const seconds = Math.floor(new Date(date).getTime() / 1000);
  return `${clean(name)} <${clean(email)}> ${seconds} +0000`;
}
