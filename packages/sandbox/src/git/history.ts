import { runGit, runGitText } from './runGit';

export interface LogOptions {
  /** Only commits that touch this path. */
  path?: string;
  /** Leave out what this commit reaches. */
  notIn?: string;
  since?: string;
  until?: string;
  skip?: number;
  limit?: number;
  reverse?: boolean;
}

/** SHAs of the commits that `from` reaches, newest first. */
export async function listCommits(
  directory: string,
  from: string,
  options: LogOptions = {},
): Promise<string[]> {
  const args = ['rev-list', from];
  if (options.notIn) args.push(`^${options.notIn}`);
  if (options.since) args.push(`--since=${options.since}`);
  if (options.until) args.push(`--until=${options.until}`);
  if (options.skip) args.push(`--skip=${options.skip}`);
  if (options.limit !== undefined) args.push(`--max-count=${options.limit}`);
  if (options.reverse) args.push('--reverse', '--topo-order');
  args.push('--');
  if (options.path) args.push(`:(literal)${options.path}`);
  const output = await runGitText(args, { cwd: directory });
  return output.split('\n').filter(line => line !== '');
}

/** `undefined` for histories that have nothing in common. */
export async function findMergeBase(
  directory: string,
  one: string,
  other: string,
): Promise<string | undefined> {
  const { stdout } = await runGit(['merge-base', one, other], {
    cwd: directory,
    okCodes: [0, 1],
  });
  return stdout.toString('utf8').trim() || undefined;
}

export async function isAncestor(
  directory: string,
  ancestor: string,
  descendant: string,
): Promise<boolean> {
  const { code } = await runGit(
    ['merge-base', '--is-ancestor', ancestor, descendant],
    { cwd: directory, okCodes: [0, 1] },
  );
  return code === 0;
}

/** How many commits each side has that the other has not. */
export async function countAheadBehind(
  directory: string,
  base: string,
  head: string,
): Promise<{ ahead: number; behind: number }> {
  const output = await runGitText(
    ['rev-list', '--left-right', '--count', `${base}...${head}`],
    { cwd: directory },
  );
  const [behind, ahead] = output.split('\t').map(Number);
  return { ahead, behind };
}
