import { GitPerson } from './parseObjects';
import { runGit } from './runGit';

export interface ImportedCommit {
  author: GitPerson;
  message: string;
  /** Path to text; `undefined` removes the path. */
  files: Record<string, string | undefined>;
}

/** Writes a whole history with one process. */
export async function fastImport(
  directory: string,
  branch: string,
  commits: ImportedCommit[],
): Promise<void> {
  const parts = commits.flatMap(commit => [
    `commit refs/heads/${branch}\n`,
    person('author', commit.author),
    person('committer', commit.author),
    data(commit.message),
    ...Object.entries(commit.files).map(([path, text]) =>
      text === undefined
        ? `D ${quotePath(path)}\n`
        : `M ${modeOf(path)} inline ${quotePath(path)}\n${data(text)}`,
    ),
    '\n',
  ]);
  await runGit(['fast-import', '--quiet', '--done'], {
    cwd: directory,
    input: Buffer.from(`${parts.join('')}done\n`, 'utf8'),
  });
}

function person(role: string, { name, email, date }: GitPerson): string {
  const seconds = Math.floor(new Date(date).getTime() / 1000);
  return `${role} ${name} <${email}> ${seconds} +0000\n`;
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text, 'utf8')}\n${text}\n`;
}

function modeOf(path: string): string {
  return path.endsWith('.sh') ? '100755' : '100644';
}

function quotePath(path: string): string {
  const escaped = path
    .replace(/\\/g, '\\\\')
    .replace(/"/g, '\\"')
    .replace(/\n/g, '\\n');
  return `"${escaped}"`;
}
