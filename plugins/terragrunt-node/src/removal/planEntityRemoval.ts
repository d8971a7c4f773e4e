import {
  formatWorkloadAnnotation,
  RemovalRequest,
  TOOL_ANNOTATION,
  WORKLOAD_ANNOTATION,
} from '@ml-platform/plugin-ml-platform-common';
import { RepositoryConfig } from '../config';
import { workloadEntityName } from '../entity/workloadEntity';
import { layoutPath } from '../environment/layoutPath';
import {
  EnvironmentState,
  RepositoryState,
} from '../environment/readRepositoryState';
import { FileChange } from '../plan/types';
import { RepositorySnapshot } from '../snapshot';
import { toolEntityName } from '../tool/toolEntity';
import {
  EntityDocument,
  readEntityDocuments,
  withoutDocument,
} from './entityDocuments';

/** The catalog's part of a removal. */
export interface EntityRemoval {
  files: FileChange[];
  /** The removed entity. */
  ref?: string;
  /** The file at the entity's place, when it describes something else. */
  foreignFile?: string;
  /** Entities of the environment that name the removed one. */
  references: { file: string; ref: string; field: string }[];
}

/** The annotation of an entity of a kind, and its name without one. */
const ENTITIES: Partial<
  Record<
    RemovalRequest['kind'],
    { annotation: string; name(environment: string, name: string): string }
  >
> = {
  workload: { annotation: WORKLOAD_ANNOTATION, name: workloadEntityName },
  tool: { annotation: TOOL_ANNOTATION, name: toolEntityName },
};

/** Takes the entity of a workload or a tool out; a profile has none. */
export async function planEntityRemoval(options: {
  request: RemovalRequest;
  environment: EnvironmentState;
  state: RepositoryState;
  snapshot: RepositorySnapshot;
  repository: RepositoryConfig;
}): Promise<EntityRemoval> {
  const { request, environment, state, snapshot, repository } = options;
  const kind = ENTITIES[request.kind];
  if (!kind) {
    return { files: [], references: [] };
  }
  const name = environment.facts.name;
  const texts = await snapshot.readMany(
    entityFiles(state, repository.layout.catalogEntity, name),
  );
  const documents = [...texts].flatMap(([file, text]) =>
    readEntityDocuments(file, text),
  );
  const reference = formatWorkloadAnnotation({
    repository: snapshot.repository.id,
    environment: name,
    name: request.name,
  });
  const fallback = `component:default/${kind.name(name, request.name)}`;
  const own = documents.filter(({ annotations, ref }) =>
    annotations[kind.annotation] !== undefined
      ? annotations[kind.annotation] === reference
      : ref === fallback,
  );
  const ref = own[0]?.ref;
  const place = layoutPath(repository.layout.catalogEntity, {
    environment: name,
    kind: request.kind,
    name: request.name,
  });
  return {
    files: removedFiles(own, texts),
    ref,
    foreignFile: own.length === 0 && texts.has(place) ? place : undefined,
    references: documents
      .filter(document => !own.includes(document))
      .flatMap(document =>
        document.relations
          .filter(relation => relation.ref === ref)
          .map(({ field }) => ({
            file: document.file,
            ref: document.ref ?? document.file,
            field,
          })),
      ),
  };
}

/** The files for entities of an environment, whatever their kind and name. */
export function entityFiles(
  state: Pick<RepositoryState, 'files'>,
  catalogEntity: string,
  environment: string,
): string[] {
  const pattern = layoutPath(catalogEntity, { environment })
    .split(/\{(?:kind|name)\}/)
    .map(part => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('[^/]+');
  const matches = new RegExp(`^${pattern}$`);
  return state.files.map(file => file.path).filter(path => matches.test(path));
}

function removedFiles(
  own: EntityDocument[],
  texts: Map<string, string>,
): FileChange[] {
  return [...new Set(own.map(({ file }) => file))].map(path => {
    const before = texts.get(path)!;
    const after = own
      .filter(({ file }) => file === path)
      .sort((one, other) => other.index - one.index)
      .reduce<string | undefined>(
        (text, { index }) =>
          text === undefined ? undefined : withoutDocument(text, index),
        before,
      );
    return after === undefined ? { path, before } : { path, before, after };
  });
}
