import { posix } from 'node:path';
import { RepositoryConfig } from '../config';
import { localModuleFolder, moduleSource } from '../modules/moduleSource';
import { FileChange } from '../plan/types';
import { RepositorySnapshot } from '../snapshot';

/**
 * Something that new units name and the repository does not have.
 *
 * @public
 */
export interface LackingPart {
  /** Folder of a module, or name of a file that units include. */
  part: string;
  kind: 'module' | 'file';
  /** The first unit that names it. */
  unit: string;
}

const MODULES = [
  'aws/vpc',
  'aws/eks',
  'iam/irsa_ml_workloads',
  'user-profiles',
  'ray',
];
const INCLUDED = /find_in_parent_folders\("([^"]+)"\)/g;

/** What units that a change adds need and the repository lacks. */
export async function findLacking(
  files: FileChange[],
  snapshot: RepositorySnapshot,
  { layout }: RepositoryConfig,
): Promise<LackingPart[]> {
  const units = files.filter(
    ({ path, before }) => before === undefined && path.endsWith('.hcl'),
  );
  if (units.length === 0) {
    return [];
  }
  const paths = new Set((await snapshot.list()).map(({ path }) => path));
  const added = new Set(files.map(({ path }) => path));
  const isThere = (path: string) => paths.has(path) || added.has(path);
  const hasFolder = (folder: string) =>
    [...paths].some(path => path.startsWith(`${folder}/`));
  const lacking: LackingPart[] = [];
  for (const module of MODULES) {
    const folder = localModuleFolder(layout, module);
    const source = `"${moduleSource(layout, module)}"`;
    const unit = units.find(({ after }) => after?.includes(source));
    if (unit && folder !== undefined && !hasFolder(folder)) {
      lacking.push({ kind: 'module', part: folder, unit: unit.path });
    }
  }
  for (const { path, after = '' } of units) {
    for (const [, name] of after.matchAll(INCLUDED)) {
      const isFound = foldersAbove(path).some(folder =>
        isThere(posix.join(folder, name)),
      );
      if (!isFound && lacking.every(({ part }) => part !== name)) {
        lacking.push({ kind: 'file', part: name, unit: path });
      }
    }
  }
  return lacking;
}

function foldersAbove(path: string): string[] {
  const parts = posix.dirname(path).split('/');
  return parts.map((_, index) => parts.slice(0, index).join('/'));
}
