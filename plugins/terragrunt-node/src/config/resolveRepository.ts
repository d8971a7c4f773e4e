import { InputError, NotAllowedError } from '@backstage/errors';
import { repositoryWithDefaults } from './readMlPlatformConfig';
import { MlPlatformConfig, RepositoryConfig } from './RepositoryConfig';
import {
  matchesRepositoryPattern,
  parseRepositoryPattern,
} from './repositoryPattern';
import { isSameRepository, parseRepositoryUrl } from './repoUrl';
import { shortened } from './shortened';

/**
 * Finds the repository a request names, by the id of one in `mlPlatform.repositories` or by `repoUrl`.
 * A `repoUrl` of a configured repository gives that repository with its layout; another one must match
 * `mlPlatform.policy.allowedRepositories` and gets the default layout.
 *
 * @param input - what stands in the request's field `repository`
 * @throws InputError when no repository is named so
 * @throws NotAllowedError when policy does not allow the repository
 * @public
 */
export function resolveRepository(
  input: string,
  config: MlPlatformConfig,
): RepositoryConfig {
  const byId = config.repositories.find(repository => repository.id === input);
  if (byId) {
    return byId;
  }
  if (!input.includes('?')) {
    const known = config.repositories.map(repository => repository.id);
    throw new InputError(
      `repository is '${shortened(input)}', which is not configured; ${
        known.length
          ? `choose one of ${known.join(', ')}`
          : 'add it to mlPlatform.repositories in the app configuration'
      }`,
    );
  }
  const location = parseRepositoryUrl(input);
  const configured = config.repositories.find(repository =>
    isSameRepository(repository, location),
  );
  if (configured) {
    return configured;
  }
  const allowed = config.policy.allowedRepositories.some(pattern =>
    matchesRepositoryPattern(
      parseRepositoryPattern(pattern, 'mlPlatform.policy.allowedRepositories'),
      location,
    ),
  );
  if (!allowed) {
    throw new NotAllowedError(
      `repository is '${shortened(
        input,
      )}', which is neither in mlPlatform.repositories nor matched by mlPlatform.policy.allowedRepositories; ask the platform team to add it`,
    );
  }
  return repositoryWithDefaults(input);
}
