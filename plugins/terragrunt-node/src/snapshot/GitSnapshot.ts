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
    const unique = [...new Set(paths)];
    const texts = await mapLimited(
      unique,
      MAX_PARALLEL_BLOBS,
      async path => await this.readText(path),
    );
    const found = new Map<string, string>();
    unique.forEach((path, index) => {
      const text = texts[index];
      if (text !== undefined) {
        found.set(path, text);
      }
    });
    return found;
  }
}
