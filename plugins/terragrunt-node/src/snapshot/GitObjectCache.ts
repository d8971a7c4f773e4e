import { LRUCache } from 'lru-cache';
import { GitObjects, GitTreeEntry } from './GitObjects';

const DEFAULT_MAX_BYTES = 64 * 1024 * 1024;
/** A parsed entry of a tree with its path and SHA, roughly. */
const BYTES_PER_TREE_ENTRY = 250;

type Tree = { entries: GitTreeEntry[]; truncated: boolean };

/**
 * Keeps Git objects of all repositories, bounded by their size. An object never changes under its SHA, so
 * nothing in here gets stale. Keys hold the repository, so that one repository's objects are never given
 * out for another; whether somebody may read a repository is decided where a branch or commit is looked
 * up, which is never cached.
 *
 * @public
 */
export class GitObjectCache {
  readonly #objects: LRUCache<string, Uint8Array | Tree>;
  readonly #pending = new Map<string, Promise<Uint8Array | Tree>>();

  constructor(options: { maxBytes?: number } = {}) {
    this.#objects = new LRUCache({
      maxSize: options.maxBytes ?? DEFAULT_MAX_BYTES,
      sizeCalculation: object =>
        1 +
        (object instanceof Uint8Array
          ? object.byteLength
          : object.entries.length * BYTES_PER_TREE_ENTRY),
    });
  }

  /** The same objects, each fetched from the source once. */
  wrap(repositoryKey: string, source: GitObjects): GitObjects {
    return {
      tree: (sha, { recursive }) =>
        this.#get(
          `${repositoryKey} tree ${sha} ${recursive}`,
          async () => await source.tree(sha, { recursive }),
        ),
      blob: sha =>
        this.#get(
          `${repositoryKey} blob ${sha}`,
          async () => await source.blob(sha),
        ),
      blobs: shas => this.#blobs(repositoryKey, shas, source),
    };
  }

  /** Fetches those that are missing together, where the source can. */
  async #blobs(
    repositoryKey: string,
    shas: string[],
    source: GitObjects,
  ): Promise<Map<string, Uint8Array>> {
    const found = new Map<string, Uint8Array>();
    const missing: string[] = [];
    for (const sha of new Set(shas)) {
      const known = this.#objects.get(`${repositoryKey} blob ${sha}`);
      if (known) {
        found.set(sha, known as Uint8Array);
      } else {
        missing.push(sha);
      }
    }
    // One alone is a plain read, which others that want it share.
    if (missing.length > 1 && source.blobs) {
      for (const [sha, blob] of await source.blobs(missing)) {
        this.#objects.set(`${repositoryKey} blob ${sha}`, blob);
        found.set(sha, blob);
      }
    }
    return found;
  }

  async #get<T extends Uint8Array | Tree>(
    key: string,
    load: () => Promise<T>,
  ): Promise<T> {
    const pending = this.#pending.get(key);
    const known =
      this.#objects.get(key) ??
      // Another request for it may fail for a reason of its own, e.g. because its task was cancelled.
      (pending && (await pending.catch(() => undefined)));
    if (known) {
      return known as T;
    }
    const loading = load();
    this.#pending.set(key, loading);
    try {
      const object = await loading;
      this.#objects.set(key, object);
      return object;
    } finally {
      this.#pending.delete(key);
    }
  }
}

/** The cache all hosts of this process share unless they are given another. */
export const sharedGitObjectCache = new GitObjectCache();
