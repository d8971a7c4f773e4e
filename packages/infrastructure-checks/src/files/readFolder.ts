import { readdir, readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { Files } from './Files';

/** Folders that tools fill and nobody commits. */
const NOT_OURS = new Set([
  '.git',
  '.terraform',
  '.terragrunt-cache',
  'node_modules',
]);

/**
 * The texts below a folder. Names that are stored with a leading `dot-` (so
 * that the tools of this project leave them alone) get their dot back.
 */
export async function readFolder(folder: string): Promise<Files> {
  const entries = await readdir(folder, {
    recursive: true,
    withFileTypes: true,
  });
  const paths = entries
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .filter(path => !path.split(/[\\/]/).some(name => NOT_OURS.has(name)))
    .sort();
  const texts = await Promise.all(paths.map(path => readFile(path, 'utf8')));
  return new Map(
    paths.map((path, index) => [
      path
        .slice(folder.length + 1)
        .split(/[\\/]/)
        .map(name => name.replace(/^dot-/, '.'))
        .join(posix.sep),
      texts[index],
    ]),
  );
}
