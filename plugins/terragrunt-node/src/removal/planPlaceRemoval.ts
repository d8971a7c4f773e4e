import { RemovalRequest } from '@ml-platform/plugin-ml-platform-common';
import { posix } from 'node:path';
import { RepositoryConfig } from '../config';
import {
  EnvironmentState,
  RepositoryState,
} from '../environment/readRepositoryState';
import { RepositorySnapshot } from '../snapshot';
import { readEntityDocuments, withoutDocument } from './entityDocuments';
import { entityFiles } from './planEntityRemoval';
import type { PlannedRemoval } from './planRemoval';
import { readRemovableList } from './removableEntries';
import { readUnits, UnitDependency } from './unitDependencies';

interface Unit {
  folder: string;
  dependencies: UnitDependency[];
}

/**
 * A cluster or an environment: what has to go first, in this order, and, when
 * nothing is left of that, the files to remove.
 */
export async function planPlaceRemoval(options: {
  request: RemovalRequest;
  environment: EnvironmentState;
  state: RepositoryState;
  snapshot: RepositorySnapshot;
  repository: RepositoryConfig;
}): Promise<PlannedRemoval> {
  const { request, environment, state, snapshot, repository } = options;
  const root = posix.dirname(environment.facts.file);
  const units = await readUnits(options);
  const isCluster = request.kind === 'cluster';
  const folder = isCluster ? clusterUnit(root, request, environment) : root;
  const things = [
    ...namesOf(
      'workload',
      environment.entries.map(e => e.workload.name),
    ),
    ...namesOf('profile', await profileNames(options)),
  ];
  const inTheWay = isCluster
    ? withDependents(folder, units).filter(unit => unit !== folder)
    : dependentsFirst(units);
  const isThere = state.files.some(({ path }) => path.startsWith(`${folder}/`));
  const entity = isCluster
    ? await clusterEntity(request, environment, state, snapshot, repository)
    : undefined;
  const before = isThere
    ? await snapshot.readMany(
        state.files
          .map(({ path }) => path)
          .filter(path => path.startsWith(`${folder}/`)),
      )
    : new Map<string, string>();
  return {
    context: {
      request,
      environment: environment.facts,
      file: environment.facts.file,
      found: isThere ? [{ file: folder }] : [],
      names: [],
      opaque: [],
      neighbours: [],
      dependents: [],
      references: [],
      sharedWith: [],
      entityRef: entity?.ref,
      first: isThere
        ? [
            ...things,
            ...inTheWay.map(
              unit =>
                `unit ${unit} (run terragrunt destroy there, then remove its folder)`,
            ),
          ]
        : [],
    },
    files: [
      ...[...before].map(([path, text]) => ({ path, before: text })),
      ...(entity ? [entity.file] : []),
    ],
    unit: folder,
  };
}

function namesOf(kind: string, names: string[]): string[] {
  return names.map(name => `${kind} ${name}`);
}

async function profileNames(options: {
  environment: EnvironmentState;
  state: RepositoryState;
  repository: RepositoryConfig;
}): Promise<string[]> {
  const { environment, state, repository } = options;
  try {
    const list = await readRemovableList(
      'profile',
      environment,
      state,
      repository,
    );
    return list.entries.map(({ name }) => name);
  } catch {
    // Its unit stands in the way all the same.
    return [];
  }
}

/** The first cluster is the unit `eks`, a further one `eks-<name>`. */
function clusterUnit(
  root: string,
  { name }: RemovalRequest,
  { facts }: EnvironmentState,
): string {
  const isFirst = [facts.name, facts.label, facts.cluster].includes(name);
  return posix.join(root, 'aws', isFirst ? 'eks' : `eks-${name}`);
}

/** Units in an order in which each goes before those it depends on. */
export function dependentsFirst(units: Unit[]): string[] {
  const left = new Map(units.map(unit => [unit.folder, unit]));
  const order: string[] = [];
  while (left.size > 0) {
    const needed = new Set(
      [...left.values()].flatMap(unit =>
        unit.dependencies
          .map(dependency => dependency.unit)
          .filter(folder => folder !== unit.folder),
      ),
    );
    const free = [...left.keys()].filter(folder => !needed.has(folder)).sort();
    // A circle has no order; Terragrunt refuses it as well.
    const next = free.length > 0 ? free : [...left.keys()].sort();
    next.forEach(folder => left.delete(folder));
    order.push(...next);
  }
  return order;
}

/** A unit and all that depends on it, directly or not. */
export function withDependents(folder: string, units: Unit[]): string[] {
  const found = new Set([folder]);
  let size = 0;
  while (size !== found.size) {
    size = found.size;
    for (const unit of units) {
      if (unit.dependencies.some(dependency => found.has(dependency.unit))) {
        found.add(unit.folder);
      }
    }
  }
  return dependentsFirst(units.filter(unit => found.has(unit.folder)));
}

async function clusterEntity(
  { name }: RemovalRequest,
  { facts }: EnvironmentState,
  state: RepositoryState,
  snapshot: RepositorySnapshot,
  repository: RepositoryConfig,
) {
  const texts = await snapshot.readMany(
    entityFiles(state, repository.layout.catalogEntity, facts.name),
  );
  const names = [name, facts.cluster, `${facts.project}-${name}-cluster`];
  for (const [path, before] of texts) {
    const document = readEntityDocuments(path, before).find(
      ({ ref, title }) =>
        ref?.startsWith('resource:') &&
        (names.includes(ref.split('/')[1]) || names.includes(title)),
    );
    if (document) {
      const after = withoutDocument(before, document.index);
      return {
        ref: document.ref,
        file: after === undefined ? { path, before } : { path, before, after },
      };
    }
  }
  return undefined;
}
