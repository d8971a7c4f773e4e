import { GitError, runGit, runGitText } from './runGit';

export interface GitRef {
  /** Full name: `refs/heads/main`. */
  name: string;
  sha: string;
  type: 'commit' | 'tag' | 'tree' | 'blob';
}

const ZERO = '0'.repeat(40);

/** Rules of `git check-ref-format` that also keep revision syntax out. */
export function isSafeRefName(name: string): boolean {
  return (
    name.length > 0 &&
    name.length < 1024 &&
    // eslint-disable-next-line no-control-regex
    !/[\0-\x20\x7f~^:?*[\\]|\.\.|@\{|\/\/|^[/-]|[/.]$|(^|\/)\./.test(name) &&
    !/\.lock(\/|$)/.test(name) &&
    name !== '@'
  );
}

/** Refs below the prefix (`refs/heads/`), or those that start with it. */
export async function listRefs(
  directory: string,
  prefix: string,
): Promise<GitRef[]> {
  const output = await runGitText(
    ['for-each-ref', '--format=%(objectname) %(objecttype) %(refname)'],
    { cwd: directory },
  );
  return output
    .split('\n')
    .filter(line => line !== '')
    .map(line => {
      const [sha, type, ...rest] = line.split(' ');
      return { sha, type: type as GitRef['type'], name: rest.join(' ') };
    })
    .filter(ref => ref.name.startsWith(prefix));
}

/**
 * Moves, creates (`from` undefined) or deletes (`to` undefined) a ref, if it
 * still points where the caller saw it. `false` when it does not.
 */
export async function updateRef(
  directory: string,
  name: string,
  from: string | undefined,
  to: string | undefined,
): Promise<boolean> {
  const args = to
    ? ['update-ref', name, to, from ?? ZERO]
    : ['update-ref', '-d', name, from ?? ZERO];
  try {
    await runGit(args, { cwd: directory });
    return true;
  } catch (error) {
    if (error instanceof GitError && /lock ref|exists/.test(error.stderr)) {
      return false;
    }
    throw error;
  }
}

/** Points a ref of the sandbox's own (`refs/pull/...`) somewhere, come what may. */
export async function forceRef(
  directory: string,
  name: string,
  sha: string,
): Promise<void> {
  await runGit(['update-ref', name, sha], { cwd: directory });
}
