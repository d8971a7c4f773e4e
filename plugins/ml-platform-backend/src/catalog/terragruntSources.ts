import type { Config } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import {
  GithubRepositoryHost,
  listEnvironments,
  readMlPlatformConfig,
  resolveGithubAccess,
  type RepositoryConfig,
} from '@ml-platform/plugin-terragrunt-node';
import type { RepositorySource } from './RepositoryCatalog';

/**
 * One source for each of `mlPlatform.repositories`, read with the credential of
 * `integrations.github`. Who may see the answer is decided by the permission.
 *
 * @throws InputError naming the configuration key that cannot be used
 */
export function terragruntSources(config: Config): RepositorySource[] {
  const integrations = ScmIntegrations.fromConfig(config);
  return readMlPlatformConfig(config).repositories.map(repository => {
    const { id, title, host, owner, name } = repository;
    const webUrl = webUrlOf(repository, integrations);
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
  });
}

/** GitHub Enterprise serves pages where it serves its API; github.com does not. */
function webUrlOf(
  { host, owner, name }: RepositoryConfig,
  integrations: ScmIntegrations,
): string {
  const apiBaseUrl = integrations.github.byHost(host)?.config.apiBaseUrl;
  const api = apiBaseUrl ? new URL(apiBaseUrl) : undefined;
  const protocol = api?.host === host ? api.protocol : 'https:';
  return `${protocol}//${host}/${owner}/${name}`;
}
