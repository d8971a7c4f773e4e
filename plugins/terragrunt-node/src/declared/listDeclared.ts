import {
  EXPIRES_ANNOTATION,
  formatWorkloadAnnotation,
  TOOL_ANNOTATION,
  WORKLOAD_ANNOTATION,
  WorkloadReference,
} from '@ml-platform/plugin-ml-platform-common';
import { toError } from '@backstage/errors';
import { RepositoryConfig } from '../config';
import { workloadEntityName } from '../entity/workloadEntity';
import {
  EnvironmentState,
  readRepositoryState,
  RepositoryState,
} from '../environment/readRepositoryState';
import {
  EntityDocument,
  readEntityDocuments,
} from '../removal/entityDocuments';
import { entityFiles } from '../removal/planEntityRemoval';
import { profilesFile } from '../profile/readProfiles';
import { readRemovableList } from '../removal/removableEntries';
import { FileEncodingError, RepositorySnapshot } from '../snapshot';
import { DeclaredTool } from '../tool/DeclaredTool';
import { readTools } from '../tool/readTools';
import { toolEntityName } from '../tool/toolEntity';
import { RepositoryThing, UnreadableEnvironment } from './DeclaredThing';

/**
 * Everything that a repository declares at a commit: workloads, user profiles,
 * clusters, tools, by environment, kind and name. An environment that cannot be read is
 * listed with its problem; the others are read all the same.
 *
 * @public
 */
export async function listDeclared(
  snapshot: RepositorySnapshot,
  repository: RepositoryConfig,
): Promise<{
  things: RepositoryThing[];
  problems: UnreadableEnvironment[];
}> {
  const state = await readDeclaredState(snapshot, repository);
  const entities = await readEntities(snapshot, repository, state);
  const tools = await readTools(
    snapshot,
    repository,
    state.environments.map(({ facts }) => facts.name),
  );
  const problems: UnreadableEnvironment[] = [];
  const things: RepositoryThing[] = [];
  for (const environment of state.environments) {
    const { name } = environment.facts;
    const own = entities.get(name) ?? [];
    if (environment.error) {
      problems.push({ environment: name, problem: environment.error.message });
    }
    things.push(...clusters(environment, own));
    things.push(
      ...environment.entries.map(({ workload }) => ({
        kind: 'workload' as const,
        environment: name,
        name: workload.name,
        file: workload.file,
        line: workload.line,
        ...entityFacts(
          workloadEntity(own, snapshot.repository.id, name, workload.name),
        ),
      })),
    );
    things.push(
      ...tools
        .filter(tool => tool.environment === name)
        .map(tool => toolThing(tool, own, snapshot.repository.id)),
    );
    try {
      things.push(...(await profiles(environment, state, repository)));
    } catch (error) {
      if (toError(error).name !== 'InputError') {
        throw error;
      }
      problems.push({ environment: name, problem: toError(error).message });
    }
  }
  return { things, problems };
}

/** The state of a repository with the files of profiles read along. */
export async function readDeclaredState(
  snapshot: RepositorySnapshot,
  repository: RepositoryConfig,
): Promise<RepositoryState> {
  const first = await readRepositoryState(snapshot, repository);
  const files = first.environments.map(({ facts }) =>
    profilesFile(repository, facts.name),
  );
  return readRepositoryState(snapshot, repository, files);
}

/** The entity of a workload among those of its environment. */
export function workloadEntity(
  entities: EntityDocument[],
  repository: string,
  environment: string,
  name: string,
): EntityDocument | undefined {
  return entityOf(entities, {
    annotation: WORKLOAD_ANNOTATION,
    reference: { repository, environment, name },
    entityName: workloadEntityName(environment, name),
  });
}

/** By its annotation; one without is known by its name. */
function entityOf(
  entities: EntityDocument[],
  wanted: {
    annotation: string;
    reference: WorkloadReference;
    entityName: string;
  },
): EntityDocument | undefined {
  const text = formatWorkloadAnnotation(wanted.reference);
  const ref = `component:default/${wanted.entityName}`;
  return entities.find(({ annotations, ref: own }) =>
    annotations[wanted.annotation] !== undefined
      ? annotations[wanted.annotation] === text
      : own === ref,
  );
}

function toolThing(
  { environment, name, file }: DeclaredTool,
  entities: EntityDocument[],
  repository: string,
): RepositoryThing {
  return {
    kind: 'tool',
    environment,
    name,
    file,
    ...entityFacts(
      entityOf(entities, {
        annotation: TOOL_ANNOTATION,
        reference: { repository, environment, name },
        entityName: toolEntityName(environment, name),
      }),
    ),
  };
}

/** The entities in the repository's files for them, by environment. */
export async function readEntities(
  snapshot: RepositorySnapshot,
  { layout }: RepositoryConfig,
  state: RepositoryState,
): Promise<Map<string, EntityDocument[]>> {
  const files = new Map(
    state.environments.map(({ facts }) => [
      facts.name,
      entityFiles(state, layout.catalogEntity, facts.name),
    ]),
  );
  const texts = await readTexts(snapshot, [...files.values()].flat());
  return new Map(
    [...files].map(([environment, paths]) => [
      environment,
      paths.flatMap(path => {
        const text = texts.get(path);
        return text === undefined ? [] : readEntityDocuments(path, text);
      }),
    ]),
  );
}

async function readTexts(
  snapshot: RepositorySnapshot,
  paths: string[],
): Promise<Map<string, string>> {
  try {
    return await snapshot.readMany(paths);
  } catch (error) {
    if (!(error instanceof FileEncodingError)) {
      throw error;
    }
    // Without the file that is no UTF-8: the catalog will say so.
    return readTexts(
      snapshot,
      paths.filter(path => !error.message.includes(path)),
    );
  }
}

function entityFacts(
  entity: EntityDocument | undefined,
): Pick<RepositoryThing, 'owner' | 'entityRef' | 'expires'> {
  return {
    owner: entity?.owner,
    entityRef: entity?.ref,
    expires: entity?.annotations[EXPIRES_ANNOTATION],
  };
}

function clusters(
  { facts }: EnvironmentState,
  entities: EntityDocument[],
): RepositoryThing[] {
  const described = entities.filter(({ ref }) => ref?.startsWith('resource:'));
  const found = described.map(entity => ({
    kind: 'cluster' as const,
    environment: facts.name,
    name: entity.title ?? entity.ref!.split('/')[1],
    file: entity.file,
    ...entityFacts(entity),
  }));
  return found.length > 0 || facts.cluster === undefined
    ? found
    : [
        {
          kind: 'cluster',
          environment: facts.name,
          name: facts.cluster,
          file: facts.file,
        },
      ];
}

async function profiles(
  environment: EnvironmentState,
  state: RepositoryState,
  repository: RepositoryConfig,
): Promise<RepositoryThing[]> {
  const { entries } = await readRemovableList(
    'profile',
    environment,
    state,
    repository,
  );
  return entries.map(({ name, target, line }) => ({
    kind: 'profile',
    environment: environment.facts.name,
    name,
    file: target.file,
    line,
  }));
}
