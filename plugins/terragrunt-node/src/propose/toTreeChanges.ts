import { TreeChange } from '../host/RepositoryHost';
import { FileChange } from '../plan';
import {
  RepositorySnapshot,
  SnapshotFile,
} from '../snapshot/RepositorySnapshot';

const NEW_FILE_MODE = '100644';

/**
 * A plan's files as changes of a tree: only what differs, an existing file keeps its mode. A plan's change
 * replaces what is carried along for the same path.
 *
 * @param options - `snapshot`: what was planned on; `onto`: whose tree the changes will apply to
 */
export async function toTreeChanges(options: {
  files: FileChange[];
  snapshot: RepositorySnapshot;
  onto: RepositorySnapshot;
  carried?: TreeChange[];
}): Promise<TreeChange[]> {
  const { files, snapshot, onto, carried = [] } = options;
  const changes = new Map(carried.map(change => [change.path, change]));
  for (const file of files.filter(({ before, after }) => before !== after)) {
    if (file.after === undefined) {
      // A tree refuses the removal of what it does not hold.
      changes.delete(file.path);
      if (await findFile(onto, file.path)) {
        changes.set(file.path, { path: file.path, removed: true });
      }
      continue;
    }
    const existing = await findFile(snapshot, file.path);
    changes.set(file.path, {
      path: file.path,
      mode: existing?.mode ?? NEW_FILE_MODE,
      text: file.after,
    });
  }
  return [...changes.values()];
}

async function findFile(
  snapshot: RepositorySnapshot,
  path: string,
): Promise<SnapshotFile | undefined> {
  return (await snapshot.list(path)).find(file => file.path === path);
}
