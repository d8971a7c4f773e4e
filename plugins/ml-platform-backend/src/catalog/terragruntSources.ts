import type { Config } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import {
  GithubRepositoryHost,
  listEnvironments,
  readMlPlatformConfig,
  repositoryPlaces,
  resolveGithubAccess,
  resolveRepository,
  type RepositoryConfig,
} from '@ml-platform/plugin-terragrunt-node';
import type { RepositoryPlace } from '@ml-platform/plugin-ml-platform-common';
import type { RepositorySource } from './RepositoryCatalog';

/**
 * One source for each of `mlPlatform.repositories`, read with the credential of
 * `integrations.github`. Who may see the answer is decided by the permission.
 *
 * @throws InputError naming the configuration key that cannot be used
 */
export function terragruntSources(config: Config): RepositorySource[] {
  const integrations = ScmIntegrations.fromConfig(config);
  return readMlPlatformConfig(config).repositories.map(repository =>
    sourceOf(repository, integrations),
  );
}

/**
 * Finds the source of a `repoUrl`: of a configured repository, or of one that
 * `mlPlatform.policy.allowedRepositories` matches, such as one made just now.
 *
 * The function that it gives throws a NotAllowedError for any other, and an
 * InputError for what is no `repoUrl`.
 */
export function allowedSource(
  config: Config,
): (repoUrl: string) => RepositorySource {
  const integrations = ScmIntegrations.fromConfig(config);
  const mlPlatform = readMlPlatformConfig(config);
  return repoUrl =>
    sourceOf(resolveRepository(repoUrl, mlPlatform), integrations);
}

function sourceOf(
  repository: RepositoryConfig,
  integrations: ScmIntegrations,
): RepositorySource {
  const { id, title, host, owner, name } = repository;
  const webUrl = `${webOriginOf(host, integrations)}/${owner}/${name}`;
  return {
    summary: { id, title, webUrl, host, owner, name },
    async open() {
      const access = await resolveGithubAccess({ repository, integrations });
      const snapshot = await GithubRepositoryHost.create({
        repository,
        access,
      }).openSnapshot(repository.baseBranch);
      return {
        commit: snapshot.commit,
        environments: () => listEnvironments(snapshot, repository),
      };
    },
  };
}

/**
 * Where `mlPlatform.policy.allowedRepositories` allows new repositories.
 *
 * @throws InputError naming the configuration key that cannot be used
 */
export function allowedPlaces(config: Config): RepositoryPlace[] {
  const integrations = ScmIntegrations.fromConfig(config);
  return repositoryPlaces(readMlPlatformConfig(config).policy).map(place => ({
    ...place,
    webUrl: webOriginOf(place.host, integrations),
  }));
}

/** GitHub Enterprise serves pages where it serves its API; github.com does not. */
function webOriginOf(host: string, integrations: ScmIntegrations): string {
  const apiBaseUrl = integrations.github.byHost(host)?.config.apiBaseUrl;
  const api = apiBaseUrl ? new URL(apiBaseUrl) : undefined;
  const protocol = api?.host === host ? api.protocol : 'https:';
  return `${protocol}//${host}`;
}
