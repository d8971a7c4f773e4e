import { ClusterRequest } from '@ml-platform/plugin-ml-platform-common';
import { findEnvironment } from '../environment/findEnvironment';
import {
  EnvironmentState,
  RepositoryState,
} from '../environment/readRepositoryState';
import { RepositorySnapshot } from '../snapshot';

/** @throws NotFoundError when the environment to change or to copy is missing */
export function requireEnvironments(
  request: ClusterRequest,
  present: EnvironmentState | undefined,
  state: RepositoryState,
  snapshot: RepositorySnapshot,
): void {
  if (request.intent !== 'new-environment') {
    findEnvironment(request.environment, state, snapshot);
  } else if (request.copyFrom !== undefined) {
    findEnvironment(request.copyFrom, state, snapshot, 'copyFrom');
  }
  // Variables that cannot be read cannot be edited; a broken list of workloads can wait.
  if (present?.error && present.error.message.includes(present.facts.file)) {
    throw present.error;
  }
}
