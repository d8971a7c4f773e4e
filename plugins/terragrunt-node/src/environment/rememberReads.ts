import { LRUCache } from 'lru-cache';

type ReadText = (path: string) => Promise<string | undefined>;

interface Remembered<T> {
  reads: Map<string, string | undefined>;
  result: T;
}

/**
 * Remembers what was made of files, and gives it again while all the files it was
 * made of hold the same text. Who asks reads them first, so nobody is given
 * what they may not read.
 */
export function rememberReads<T extends {}>(
  max: number,
): (
  key: string,
  readText: ReadText,
  make: (readText: ReadText) => Promise<T>,
) => Promise<T> {
  const memory = new LRUCache<string, Remembered<T>>({ max });
  return async (key, readText, make) => {
    const known = memory.get(key);
    if (known && (await isUnchanged(known.reads, readText))) {
      return known.result;
    }
    const reads = new Map<string, string | undefined>();
    let failed = false;
    const result = await make(async path => {
      try {
        const text = await readText(path);
        reads.set(path, text);
        return text;
      } catch (error) {
        failed = true;
        throw error;
      }
    });
    if (!failed) {
      memory.set(key, { reads, result });
    }
    return result;
  };
}

async function isUnchanged(
  reads: Map<string, string | undefined>,
  readText: ReadText,
): Promise<boolean> {
  try {
    for (const [path, text] of reads) {
      if ((await readText(path)) !== text) {
        return false;
      }
    }
    return true;
  } catch {
    return false;
  }
}
