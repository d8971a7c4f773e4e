import { NotFoundError } from '@backstage/errors';
import {
  ClusterRequest,
  quoteValue,
} from '@ml-platform/plugin-ml-platform-common';
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
  { repository, commit }: RepositorySnapshot,
): void {
  const names = state.environments.map(({ facts }) => facts.name);
  const missing = (field: string, name: string) =>
    new NotFoundError(
      `${field}: there is no environment ${quoteValue(name)} in ${
        repository.owner
      }/${repository.name} at commit ${commit.slice(0, 7)}. ${
        names.length > 0
          ? `There are: ${names.join(', ')}`
          : 'No file there matches mlPlatform.repositories[].layout.environments'
      }`,
    );
  if (request.intent !== 'new-environment' && !present) {
    throw missing('environment', request.environment);
  }
  if (
    request.intent === 'new-environment' &&
    request.copyFrom !== undefined &&
    !names.includes(request.copyFrom)
  ) {
    throw missing('copyFrom', request.copyFrom);
  }
  // Variables that cannot be read cannot be edited; a broken list of workloads can wait.
  if (present?.error && present.error.message.includes(present.facts.file)) {
    throw present.error;
  }
}
