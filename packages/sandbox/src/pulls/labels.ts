import { RepositoryRecord } from '../state/records';
import { SandboxContext } from '../state/SandboxContext';

const DEFAULT_COLOR = 'ededed';

/** Makes the labels a repository does not have yet; gives their true names. */
export function ensureLabels(
  context: SandboxContext,
  record: RepositoryRecord,
  names: string[],
): string[] {
  const labels = names.map(name => {
    const known = findLabel(record, name);
    if (known) return known.name;
    const id = context.store.nextId();
    record.labels.push({ id, name, color: DEFAULT_COLOR, description: null });
    return name;
  });
  return [...new Set(labels)];
}

/** Labels are the same whatever their case. */
export function findLabel(record: RepositoryRecord, name: string) {
  return record.labels.find(
    label => label.name.toLowerCase() === name.toLowerCase(),
  );
}
