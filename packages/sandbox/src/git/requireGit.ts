import { tmpdir } from 'node:os';
import { runGitText } from './runGit';

/** `git merge-tree --write-tree` came with 2.38. */
const OLDEST_GIT = [2, 38];

/**
 * Makes sure that a Git new enough is on the PATH.
 *
 * @throws Error that names the version found and the one needed
 */
export async function requireGit(): Promise<void> {
  let answer: string;
  try {
    answer = await runGitText(['version'], { cwd: tmpdir() });
  } catch (error) {
    throw new Error(
      `The sandbox needs Git ${OLDEST_GIT.join(
        '.',
      )} or newer on the PATH and could not run it: ${error}`,
    );
  }
  assertGitVersion(answer);
}

/** The rule behind `requireGit`, on the text that `git version` prints. */
export function assertGitVersion(answer: string): void {
  const [, major, minor] = /(\d+)\.(\d+)/.exec(answer) ?? [];
  const [oldestMajor, oldestMinor] = OLDEST_GIT;
  const newEnough =
    Number(major) > oldestMajor ||
    (Number(major) === oldestMajor && Number(minor) >= oldestMinor);
  if (!newEnough) {
    throw new Error(
      `The sandbox needs Git ${OLDEST_GIT.join(
        '.',
      )} or newer for server-side merges; found '${answer}'. Install a newer Git and start again.`,
    );
  }
}
