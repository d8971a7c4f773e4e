import { spawnSync } from 'node:child_process';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureDependencies, environmentFor } from './dependencies.mjs';
import { ensureNode } from './suitableNode.mjs';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** Oldest Git that can do everything the sandbox asks of it (`git merge-tree --write-tree`). */
const OLDEST_GIT = [2, 38];

/** Why the installed Git does not do, as a sentence; undefined when it does. */
export function gitProblem(version) {
  const match = /(\d+)\.(\d+)/.exec(version ?? '');
  if (!match) {
    return 'Git is not installed. Install Git 2.38 or newer from https://git-scm.com and run this again.';
  }
  const [major, minor] = [Number(match[1]), Number(match[2])];
  const fits =
    major > OLDEST_GIT[0] ||
    (major === OLDEST_GIT[0] && minor >= OLDEST_GIT[1]);
  return fits
    ? undefined
    : `Git ${match[0]} is installed, but the sandbox needs Git 2.38 or newer (for git merge-tree --write-tree). Update Git and run this again.`;
}

/**
 * Everything that has to be there before anything of the project runs.
 *
 * @param {(line: string) => void} say
 * @returns {Promise<{ node: string, env: NodeJS.ProcessEnv }>}
 */
export async function prepare(say) {
  const git = spawnSync('git', ['--version'], { encoding: 'utf8' });
  const problem = gitProblem(git.status === 0 ? git.stdout : undefined);
  if (problem) {
    throw new Error(problem);
  }
  const node = await ensureNode(root, say);
  await ensureDependencies(root, node, say);
  return { node, env: environmentFor(node) };
}
