import { InputError, isError, NotAllowedError } from '@backstage/errors';
import {
  DefaultGithubCredentialsProvider,
  GithubCredentialsProvider,
  ScmIntegrationRegistry,
} from '@backstage/integration';
import { RepositoryConfig } from '../config';
import { shortened } from '../config/shortened';
import { GithubAccess } from './GithubAccess';
import { isGithubFailure, mapGithubError } from './githubErrors';

// GitHub's prefix of installation access tokens.
const APP_TOKEN = /^ghs_/;

/**
 * Finds the API and the credential for a repository: the user's token when there is one, else what
 * `integrations.github` has for the host (an App's installation token, or a token).
 *
 * @param options - `requireUserToken`: refuse to act without the user's token
 *   (`scaffolder.requireScmUserCredentials`)
 * @throws InputError when the host is not configured
 * @throws NotAllowedError when there is no credential
 * @public
 */
export async function resolveGithubAccess(options: {
  repository: Pick<RepositoryConfig, 'host' | 'owner' | 'name'>;
  integrations: ScmIntegrationRegistry;
  credentialsProvider?: GithubCredentialsProvider;
  token?: string;
  requireUserToken?: boolean;
}): Promise<GithubAccess> {
  const { integrations } = options;
  const { host, owner, name } = options.repository;
  const integration = integrations.github.byHost(host);
  if (!integration?.config.apiBaseUrl) {
    throw new InputError(
      `There is no GitHub integration for the host '${host}'; add it to integrations.github with an apiBaseUrl and a token or an app`,
    );
  }
  const { apiBaseUrl } = integration.config;
  const place = {
    apiBaseUrl,
    host,
    owner,
    name,
    webUrl: `${webOrigin(host, apiBaseUrl)}/${owner}/${name}`,
  };
  if (options.token) {
    return {
      ...place,
      token: options.token,
      kind: APP_TOKEN.test(options.token) ? 'app' : 'user',
    };
  }
  if (options.requireUserToken) {
    throw new NotAllowedError(
      `Pull requests on '${host}' must be opened with your own GitHub account (scaffolder.requireScmUserCredentials is on), and no token of yours came along; open the template again, sign in to GitHub when asked, and create it anew`,
    );
  }
  const provider =
    options.credentialsProvider ??
    DefaultGithubCredentialsProvider.fromIntegrations(integrations);
  const credentials = await provider
    .getCredentials({ url: `https://${host}/${owner}/${name}` })
    .catch(error => {
      throw credentialsError(error, options.repository);
    });
  if (!credentials.token) {
    throw new NotAllowedError(
      `There is no credential for ${owner}/${name} on '${host}'; give integrations.github a token, or install the GitHub App in '${owner}'`,
    );
  }
  return {
    ...place,
    token: credentials.token,
    kind: credentials.type === 'app' ? 'app' : 'integration',
  };
}

/** An app has to ask GitHub for its token, which fails as every request may, and in ways of its own. */
function credentialsError(
  error: unknown,
  { host, owner, name }: Pick<RepositoryConfig, 'host' | 'owner' | 'name'>,
): Error {
  if (isGithubFailure(error)) {
    return mapGithubError(error, {
      access: { host, owner, name, kind: 'app' },
      what: 'give a token to the app of integrations.github',
    });
  }
  return new NotAllowedError(
    `integrations.github has no credential for ${owner}/${name} on '${host}' (${shortened(
      isError(error) ? error.message : String(error),
    )}); check the installation and the key of the app`,
  );
}

/** GitHub Enterprise serves pages and API from one host, so it has the API's scheme. */
function webOrigin(host: string, apiBaseUrl: string): string {
  const api = new URL(apiBaseUrl);
  return `${api.host === host ? api.protocol : 'https:'}//${host}`;
}
