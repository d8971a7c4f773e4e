import { createHash } from 'node:crypto';
import {
  RepositorySnapshot,
  SnapshotFile,
  SnapshotRepository,
} from '../snapshot/RepositorySnapshot';

/** A path as the overlay shows it: the file of another snapshot, a text, or nothing. */
export type OverlayEntry =
  | { path: string; file: SnapshotFile; from: RepositorySnapshot }
  | { path: string; text: string; mode: string }
  | { path: string; removed: true };

/** A snapshot with some of its files replaced, added or hidden: a merge that is not committed yet. */
export class OverlaySnapshot implements RepositorySnapshot {
  readonly repository: SnapshotRepository;
  readonly branch: string;
  readonly commit: string;
  readonly #below: RepositorySnapshot;
  readonly #entries: Map<string, OverlayEntry>;

  constructor(below: RepositorySnapshot, entries: OverlayEntry[]) {
    this.repository = below.repository;
    this.branch = below.branch;
    this.commit = below.commit;
    this.#below = below;
    this.#entries = new Map(entries.map(entry => [entry.path, entry]));
  }

  async list(prefix: string = ''): Promise<SnapshotFile[]> {
    const kept = (await this.#below.list(prefix)).filter(
      file => !this.#entries.has(file.path),
    );
    const added = [...this.#entries.values()]
      .filter(entry => entry.path.startsWith(prefix))
      .flatMap(listed);
    return [...kept, ...added].sort((one, other) =>
      one.path < other.path ? -1 : 1,
    );
  }

  async readText(path: string): Promise<string | undefined> {
    const entry = this.#entries.get(path);
    if (!entry) {
      return await this.#below.readText(path);
    }
    if ('removed' in entry) {
      return undefined;
    }
    return 'text' in entry ? entry.text : await entry.from.readText(path);
  }

  async readMany(paths: string[]): Promise<Map<string, string>> {
    const texts = await this.#below.readMany(
      paths.filter(path => !this.#entries.has(path)),
    );
    for (const path of paths.filter(item => this.#entries.has(item))) {
      const text = await this.readText(path);
      if (text !== undefined) {
        texts.set(path, text);
      }
    }
    return texts;
  }
}

function listed(entry: OverlayEntry): SnapshotFile[] {
  if ('removed' in entry) {
    return [];
  }
  if ('file' in entry) {
    return [entry.file];
  }
  const bytes = Buffer.from(entry.text, 'utf-8');
  const sha = createHash('sha1')
    .update(`blob ${bytes.length}\0`)
    .update(bytes)
    .digest('hex');
  return [{ path: entry.path, sha, mode: entry.mode }];
}
