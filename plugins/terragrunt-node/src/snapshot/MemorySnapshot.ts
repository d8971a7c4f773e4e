import { createHash } from 'node:crypto';
import { decodeUtf8 } from './decodeUtf8';
import {
  RepositorySnapshot,
  SnapshotFile,
  SnapshotRepository,
} from './RepositorySnapshot';

const DEFAULT_REPOSITORY: SnapshotRepository = {
  id: 'ml-infra',
  host: 'localhost:7100',
  owner: 'acme',
  name: 'ml-infra',
  webUrl: 'http://localhost:7100/acme/ml-infra',
};

/**
 * A snapshot whose files are given by the caller: for tests, and to plan again
 * over files which are not in a repository yet.
 *
 * @public
 */
export class MemorySnapshot implements RepositorySnapshot {
  readonly repository: SnapshotRepository;
  readonly branch: string;
  readonly commit: string;
  readonly #files: Map<string, Uint8Array>;
  /** How often the files were listed and read: reading must stay cheap. */
  readonly reads = { list: 0, readText: 0, readMany: 0 };

  constructor(
    files: Record<string, string | Uint8Array>,
    options: {
      repository?: Partial<SnapshotRepository>;
      branch?: string;
      commit?: string;
    } = {},
  ) {
    this.repository = { ...DEFAULT_REPOSITORY, ...options.repository };
    this.branch = options.branch ?? 'main';
    this.#files = new Map(
      Object.entries(files).map(([path, content]) => [
        path,
        typeof content === 'string' ? Buffer.from(content, 'utf-8') : content,
      ]),
    );
    this.commit = options.commit ?? this.#digest();
  }

  async list(prefix: string = ''): Promise<SnapshotFile[]> {
    this.reads.list += 1;
    return [...this.#files]
      .filter(([path]) => path.startsWith(prefix))
      .map(([path, bytes]) => ({ path, sha: blobSha(bytes), mode: '100644' }))
      .sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  async readText(path: string): Promise<string | undefined> {
    this.reads.readText += 1;
    return this.#decode(path);
  }

  async readMany(paths: string[]): Promise<Map<string, string>> {
    this.reads.readMany += 1;
    const texts = new Map<string, string>();
    for (const path of paths) {
      const text = this.#decode(path);
      if (text !== undefined) {
        texts.set(path, text);
      }
    }
    return texts;
  }

  /** A further snapshot in which the given files are changed or removed. */
  with(
    changes: { path: string; after?: string | Uint8Array }[],
  ): MemorySnapshot {
    const files: Record<string, string | Uint8Array> = Object.fromEntries(
      this.#files,
    );
    for (const { path, after } of changes) {
      if (after === undefined) {
        delete files[path];
      } else {
        files[path] = after;
      }
    }
    return new MemorySnapshot(files, {
      repository: this.repository,
      branch: this.branch,
    });
  }

  #decode(path: string): string | undefined {
    const bytes = this.#files.get(path);
    return bytes && decodeUtf8(path, bytes);
  }

  #digest(): string {
    const hash = createHash('sha1');
    for (const [path, bytes] of [...this.#files].sort()) {
      hash.update(`${path}\0`).update(bytes);
    }
    return hash.digest('hex');
  }
}

/** The SHA that Git gives a blob with this content. */
function blobSha(bytes: Uint8Array): string {
  return createHash('sha1')
    .update(`blob ${bytes.length}\0`)
    .update(bytes)
    .digest('hex');
}
