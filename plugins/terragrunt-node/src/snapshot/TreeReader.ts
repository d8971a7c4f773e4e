import { GitObjects, GitTreeEntry } from './GitObjects';
import { mapLimited } from './mapLimited';
import { SnapshotFile } from './RepositorySnapshot';

const MAX_PARALLEL = 6;

/**
 * Finds files in a Git tree with as few requests as possible: one recursive listing, and where that is
 * too large for one answer the folders on the way.
 */
export class TreeReader {
  readonly #objects: GitObjects;
  readonly #root: string;

  constructor(objects: GitObjects, rootTree: string) {
    this.#objects = objects;
    this.#root = rootTree;
  }

  /** Files whose path begins with the prefix, sorted as Git sorts them. */
  async list(prefix: string): Promise<SnapshotFile[]> {
    const folder = prefix.slice(0, prefix.lastIndexOf('/') + 1);
    const whole = await this.#objects.tree(this.#root, { recursive: true });
    if (whole.truncated) {
      const files = await this.#filesBelow(folder);
      return files.filter(file => file.path.startsWith(prefix));
    }
    return filesBeginning(whole, prefix);
  }

  /** One file, undefined when there is none or the path is a folder. */
  async find(path: string): Promise<SnapshotFile | undefined> {
    const whole = await this.#objects.tree(this.#root, { recursive: true });
    if (!whole.truncated) {
      return filesByPath(whole).get(path);
    }
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    const tree = await this.#folder(folder);
    if (!tree) {
      return undefined;
    }
    const { entries } = await this.#objects.tree(tree, { recursive: false });
    return filesOf(entries, folder).find(file => file.path === path);
  }

  async #folder(folder: string): Promise<string | undefined> {
    let tree: string | undefined = this.#root;
    for (const name of folder.split('/').filter(Boolean)) {
      const { entries } = await this.#objects.tree(tree, { recursive: false });
      tree = entries.find(
        entry => entry.path === name && entry.type === 'tree',
      )?.sha;
      if (!tree) {
        return undefined;
      }
    }
    return tree;
  }

  async #filesBelow(folder: string): Promise<SnapshotFile[]> {
    const tree = await this.#folder(folder);
    return tree ? await this.#walk(tree, folder) : [];
  }

  async #walk(tree: string, folder: string): Promise<SnapshotFile[]> {
    if (tree !== this.#root) {
      const whole = await this.#objects.tree(tree, { recursive: true });
      if (!whole.truncated) {
        return filesOf(whole.entries, folder);
      }
    }
    const { entries } = await this.#objects.tree(tree, { recursive: false });
    const below = await mapLimited(
      entries.filter(entry => entry.type === 'tree'),
      MAX_PARALLEL,
      entry => this.#walk(entry.sha, `${folder}${entry.path}/`),
    );
    return [...filesOf(entries, folder), ...below.flat()];
  }
}

const lists = new WeakMap<object, Map<string, SnapshotFile[]>>();

/** A tree's files with a prefix, kept as long as the tree is: each plan lists them. */
function filesBeginning(
  tree: { entries: GitTreeEntry[] },
  prefix: string,
): SnapshotFile[] {
  const known = lists.get(tree) ?? new Map<string, SnapshotFile[]>();
  lists.set(tree, known);
  const files =
    known.get(prefix) ??
    [...filesByPath(tree).values()].filter(({ path }) =>
      path.startsWith(prefix),
    );
  known.set(prefix, files);
  return files;
}

const indexes = new WeakMap<object, Map<string, SnapshotFile>>();

/** An index over a tree, kept as long as the tree is: a repository has thousands of files. */
function filesByPath(tree: {
  entries: GitTreeEntry[];
}): Map<string, SnapshotFile> {
  let index = indexes.get(tree);
  if (!index) {
    index = new Map(filesOf(tree.entries, '').map(file => [file.path, file]));
    indexes.set(tree, index);
  }
  return index;
}

function filesOf(entries: GitTreeEntry[], folder: string): SnapshotFile[] {
  return entries
    .filter(entry => entry.type === 'blob')
    .map(entry => ({
      path: `${folder}${entry.path}`,
      sha: entry.sha,
      mode: entry.mode,
    }));
}
