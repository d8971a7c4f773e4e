import { createHash, randomUUID } from 'node:crypto';
import { access, mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { deflate } from 'node:zlib';

/**
 * Stores a blob as `git hash-object -w` does, without a process: a tree may come
 * with hundreds of texts.
 * https://git-scm.com/book/en/v2/Git-Internals-Git-Objects#_object_storage
 */
export async function writeBlob(
  directory: string,
  content: Buffer,
): Promise<string> {
  const object = Buffer.concat([
    Buffer.from(`blob ${content.length}\0`),
    content,
  ]);
  const sha = createHash('sha1').update(object).digest('hex');
  const folder = join(directory, 'objects', sha.slice(0, 2));
  const file = join(folder, sha.slice(2));
  const isThere = await access(file).then(
    () => true,
    () => false,
  );
  if (!isThere) {
    await mkdir(folder, { recursive: true });
    // Others read the file as soon as it has its name.
    const temporary = join(folder, `tmp_obj_${randomUUID()}`);
    const packed = await promisify(deflate)(object, { level: 1 });
    await writeFile(temporary, packed, { mode: 0o444 });
    await rename(temporary, file);
  }
  return sha;
}
