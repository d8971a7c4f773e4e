import {
  GithubCredentialsProvider,
  ScmIntegrationRegistry,
} from '@backstage/integration';
import { RepositoryConfig } from '../config';
import { GithubClientOptions } from './createGithubClient';
import { GithubRepositoryHost } from './GithubRepositoryHost';
import { resolveGithubAccess } from './resolveGithubAccess';

/**
 * Opens the host of a repository with the user's token or, without one, with the credential that
 * `integrations.github` has for it.
 *
 * @param options - `author`: who commits are by when the credential is the integration's token;
 *   `requireUserToken`: refuse to act without a user's token
 * @throws InputError when the host is not configured
 * @throws NotAllowedError when there is no credential
 * @public
 */
export async function createRepositoryHost(options: {
  repository: Pick<RepositoryConfig, 'id' | 'host' | 'owner' | 'name'>;
  integrations: ScmIntegrationRegistry;
  credentialsProvider?: GithubCredentialsProvider;
  token?: string;
  requireUserToken?: boolean;
  author?: { name: string; email: string };
  client?: GithubClientOptions;
}): Promise<GithubRepositoryHost> {
  return GithubRepositoryHost.create({
    repository: options.repository,
    access: await resolveGithubAccess(options),
    author: options.author,
    client: options.client,
  });
}
