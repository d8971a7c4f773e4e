import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { MemorySnapshot } from '../../snapshot';

const FIXTURES = join(__dirname, '../__fixtures__');

/** What units of ours need of a repository beside themselves. */
const FOUNDATION: Record<string, string> = {
  'root.hcl': '# state and providers\n',
  'kubernetes.hcl': '# providers of Kubernetes\n',
  ...Object.fromEntries(
    ['aws/vpc', 'aws/eks', 'iam/irsa_ml_workloads', 'user-profiles', 'ray'].map(
      module => [`modules/${module}/main.tf`, '# resources\n'],
    ),
  ),
};

/** Environments whose units are of the registry's modules, as adopted ones are. */
export function registryRepository(
  files: Record<string, string | undefined> = {},
): MemorySnapshot {
  const folder = join(FIXTURES, 'registry');
  const texts = {
    ...FOUNDATION,
    ...Object.fromEntries(
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter(entry => entry.isFile())
        .map(entry => {
          const path = join(entry.parentPath, entry.name);
          return [relative(folder, path), readFileSync(path, 'utf8')];
        }),
    ),
    ...files,
  };
  return new MemorySnapshot(
    Object.fromEntries(
      Object.entries(texts).filter(
        (entry): entry is [string, string] => entry[1] !== undefined,
      ),
    ),
  );
}
