import { stringify } from 'yaml';
import { RepositoryConfig } from '../config';
import { formatRepositoryUrl } from '../config/repoUrl';
import { INITIAL_BRANCH } from './initialBranch';

/**
 * What makes the portal know a repository, as YAML for the app's configuration.
 *
 * @public
 */
export function repositoryConfiguration(
  repository: Pick<RepositoryConfig, 'host' | 'owner' | 'name'>,
): string {
  const { name } = repository;
  return stringify(
    {
      mlPlatform: {
        repositories: [
          {
            id: repositoryId(name),
            title: name,
            repoUrl: formatRepositoryUrl(repository),
            baseBranch: INITIAL_BRANCH,
          },
        ],
      },
    },
    { lineWidth: 0 },
  );
}

/** The name as an id: lower-case letters, digits and dashes. */
function repositoryId(name: string): string {
  return (
    name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 63) || 'infrastructure'
  );
}
