import { decodeUtf8 } from './decodeUtf8';
import { GitObjects } from './GitObjects';
import { mapLimited } from './mapLimited';
import {
  RepositorySnapshot,
  SnapshotFile,
  SnapshotRepository,
} from './RepositorySnapshot';
import { TreeReader } from './TreeReader';

// GitHub asks clients to keep parallel requests few (its secondary limits).
const MAX_PARALLEL_BLOBS = 6;
const SYMBOLIC_LINK = '120000';

/**
 * A repository at one commit, read object by object from a Git host as it is asked for.
 *
 * @public
 */
export class GitSnapshot implements RepositorySnapshot {
  readonly repository: SnapshotRepository;
  readonly branch: string;
  readonly commit: string;
  readonly #objects: GitObjects;
  readonly #tree: TreeReader;

  constructor(options: {
    repository: SnapshotRepository;
    branch: string;
    commit: string;
    /** SHA of the commit's root tree. */
    tree: string;
    objects: GitObjects;
  }) {
    this.repository = options.repository;
    this.branch = options.branch;
    this.commit = options.commit;
    this.#objects = options.objects;
    this.#tree = new TreeReader(options.objects, options.tree);
  }

  async list(prefix: string = ''): Promise<SnapshotFile[]> {
    return await this.#tree.list(prefix);
  }

  async readText(path: string): Promise<string | undefined> {
    const file = await this.#tree.find(path);
    // What a link holds is a path, not the text somebody means to edit.
    if (!file || file.mode === SYMBOLIC_LINK) {
      return undefined;
    }
    return decodeUtf8(path, await this.#objects.blob(file.sha));
  }

  async readMany(paths: string[]): Promise<Map<string, string>> {
    const files = await this.#findMany([...new Set(paths)]);
    const blobs =
      (await this.#objects.blobs?.(files.map(({ sha }) => sha))) ??
      new Map<string, Uint8Array>();
    const texts = await mapLimited(
      files,
      MAX_PARALLEL_BLOBS,
      async ({ path, sha }): Promise<[string, string]> => [
        path,
        decodeUtf8(path, blobs.get(sha) ?? (await this.#objects.blob(sha))),
      ],
    );
    return new Map(texts);
  }

  async #findMany(paths: string[]): Promise<SnapshotFile[]> {
    const files = await mapLimited(paths, MAX_PARALLEL_BLOBS, path =>
      this.#tree.find(path),
    );
    return files.filter(
      (file): file is SnapshotFile =>
        file !== undefined && file.mode !== SYMBOLIC_LINK,
    );
  }
}
