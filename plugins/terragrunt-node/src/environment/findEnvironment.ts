import { NotFoundError } from '@backstage/errors';
import { quoteValue } from '@ml-platform/plugin-ml-platform-common';
import { RepositorySnapshot } from '../snapshot';
import { EnvironmentState, RepositoryState } from './readRepositoryState';

/**
 * An environment by its name, readable or not.
 *
 * @param field - the field of the request that names it
 * @throws NotFoundError naming the environments there are
 */
export function findEnvironment(
  name: string,
  state: RepositoryState,
  { repository, commit }: RepositorySnapshot,
  field: string = 'environment',
): EnvironmentState {
  const found = state.environments.find(({ facts }) => facts.name === name);
  if (found) {
    return found;
  }
  const names = state.environments.map(({ facts }) => facts.name);
  throw new NotFoundError(
    `${field}: there is no environment ${quoteValue(name)} in ${
      repository.owner
    }/${repository.name} at commit ${commit.slice(0, 7)}. ${
      names.length > 0
        ? `There are: ${names.join(', ')}`
        : 'No file there matches mlPlatform.repositories[].layout.environments'
    }`,
  );
}
