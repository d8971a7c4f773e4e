import { InputError } from '@backstage/errors';
import { lstat, readdir, readFile, realpath } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { decodeUtf8 } from '../snapshot/decodeUtf8';
import { secretProblem } from './secretProblem';

/** What GitHub takes in one tree with texts, with room to spare. */
const MAX_FILES = 2_000;
const MAX_BYTES = 5 * 1024 * 1024;

/**
 * The files of a new repository: texts by path. A leading `dot-` of a name stands
 * for a dot, so that tools do not act upon the files where they are kept.
 *
 * @param directory - the folder a template has fetched
 * @throws InputError when the folder is missing or empty, or holds links, files
 *   that are no text, what looks like a secret, or too much
 * @public
 */
export async function readSkeleton(
  directory: string,
): Promise<Record<string, string>> {
  // A link could lead out of the workspace.
  const stat = await lstat(directory).catch(() => undefined);
  if (!stat?.isDirectory()) {
    throw new InputError(
      'The skeleton of the repository is not in the workspace; fetch it first with fetch:plain, and say its folder in sourcePath',
    );
  }
  const root = await realpath(directory);
  const files: Record<string, string> = {};
  let bytes = 0;
  for (const file of await listFiles(root, root)) {
    const content = await readFile(join(root, file));
    bytes += content.length;
    const path = file.replace(/(^|\/)dot-/g, '$1.');
    if (path in files) {
      throw new InputError(
        `The skeleton has ${path} twice, once as ${file}; remove one`,
      );
    }
    const text = decodeUtf8(file, content);
    const problem = secretProblem(path, text);
    if (problem) {
      throw new InputError(
        `The skeleton's ${file} ${problem}; secrets are named in the code and kept in Secrets Manager: remove it`,
      );
    }
    files[path] = text;
  }
  const count = Object.keys(files).length;
  if (count === 0) {
    throw new InputError(
      'The skeleton of the repository is empty; check what fetch:plain fetches',
    );
  }
  if (count > MAX_FILES || bytes > MAX_BYTES) {
    throw new InputError(
      `The skeleton has ${count} files with ${bytes} bytes; at most ${MAX_FILES} with ${MAX_BYTES} bytes are put into a repository at once`,
    );
  }
  return files;
}

/** Paths with slashes; Git's own folder and links are no files of a skeleton. */
async function listFiles(root: string, directory: string): Promise<string[]> {
  const entries = await readdir(directory, { withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const absolute = join(directory, entry.name);
    const path = relative(root, absolute).split(sep).join('/');
    if (/^(\.|dot-)git$/i.test(entry.name)) {
      throw new InputError(
        `The skeleton holds ${path}, which is Git's own; remove it`,
      );
    }
    if (entry.isDirectory()) {
      found.push(...(await listFiles(root, absolute)));
    } else if (entry.isFile()) {
      found.push(path);
    } else {
      throw new InputError(
        `The skeleton's ${path} is a link or no regular file; put the file itself there`,
      );
    }
  }
  return found;
}
