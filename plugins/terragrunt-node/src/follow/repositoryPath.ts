import { posix } from 'node:path';

// What Terragrunt and Terraform put before a file beside the configuration.
const BESIDE =
  /^\$\{\s*(?:get_terragrunt_dir\(\)|get_original_terragrunt_dir\(\)|path\.module)\s*\}\//;
const FROM_ROOT = /^\$\{\s*get_repo_root\(\)\s*\}\//;

/**
 * The path in the repository that the argument of `file(...)` names, when it is a literal.
 *
 * @param raw - the argument as it stands in the file, with its quotes
 * @param from - the file the expression stands in
 * @returns a path relative to the repository; `outside` when it leads out of it; undefined when it is computed
 */
export function resolveFileArgument(
  raw: string,
  from: string,
): string | 'outside' | undefined {
  const quoted = /^"((?:[^"\\]|\\.)*)"$/.exec(raw.trim());
  if (!quoted) {
    return undefined;
  }
  const fromRoot = FROM_ROOT.test(quoted[1]);
  const name = quoted[1].replace(fromRoot ? FROM_ROOT : BESIDE, '');
  // Escapes and templates have no place in a path that is to be found by reading.
  if (/[\\]|[$%]\{|[\p{Cc}]/u.test(name) || name === '') {
    return undefined;
  }
  if (posix.isAbsolute(name)) {
    return 'outside';
  }
  const folder = fromRoot ? '' : posix.dirname(from);
  const path = posix.normalize(posix.join(folder, name));
  return path === '..' || path.startsWith('../') ? 'outside' : path;
}
