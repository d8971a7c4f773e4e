import { stringifyEntityRef } from '@backstage/catalog-model';
import { WorkloadRequest } from '@ml-platform/plugin-ml-platform-common';
import { findClusterEntity } from '../entity/findClusterEntity';
import {
  changedWorkloadEntity,
  newWorkloadEntity,
  workloadEntityName,
} from '../entity/workloadEntity';
import { EnvironmentFacts } from '../environment/EnvironmentFacts';
import { RepositoryState } from '../environment/readRepositoryState';
import { FileChange } from '../plan/types';
import { RepositorySnapshot } from '../snapshot';

/** The catalog entity of a workload after the request. */
export interface EntityPlan {
  file: FileChange;
  /** Attributes that change; undefined for a new entity. */
  changed?: string[];
  ref: string;
  owner?: string;
}

/** Makes the entity of a workload, or brings it up to date. */
export async function planWorkloadEntity(options: {
  state: RepositoryState;
  environment: EnvironmentFacts;
  path: string;
  /** The layout's path of entities. */
  catalogEntity: string;
  snapshot: RepositorySnapshot;
  request: WorkloadRequest;
  folder: string;
  owner?: string;
}): Promise<EntityPlan> {
  const { state, environment, path, catalogEntity, snapshot, request } =
    options;
  const { folder, owner } = options;
  const before = await state.readText(path);
  const subject = {
    request,
    repository: snapshot.repository,
    branch: snapshot.branch,
    folder,
    owner,
  };
  if (before === undefined) {
    const cluster = await findClusterEntity(state, environment, catalogEntity);
    return {
      file: { path, after: newWorkloadEntity({ ...subject, cluster }) },
      ref: componentRef(workloadEntityName(environment.name, request.name)),
      owner,
    };
  }
  const { text, changed, entityName, namespace, presentOwner } =
    changedWorkloadEntity(path, before, {
      ...subject,
      ownerAsked: request.owner !== undefined,
    });
  return {
    file: { path, before, after: text },
    changed,
    ref: componentRef(entityName, namespace),
    owner: presentOwner ?? owner,
  };
}

function componentRef(name: string, namespace: string = 'default'): string {
  return stringifyEntityRef({ kind: 'component', namespace, name });
}
