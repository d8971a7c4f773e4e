import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { resolveGithubAccess } from './resolveGithubAccess';

const integrations = ScmIntegrations.fromConfig(
  new ConfigReader({
    integrations: {
      github: [
        { host: 'github.com', token: 'integration-token' },
        {
          host: 'localhost:7100',
          apiBaseUrl: 'http://localhost:7100/api/v3',
        },
      ],
    },
  }),
);
const onGithub = { host: 'github.com', owner: 'acme', name: 'ml-infra' };
const onSandbox = { ...onGithub, host: 'localhost:7100' };

describe('resolveGithubAccess', () => {
  it.each([
    ['gho_user', 'user'],
    ['github_pat_x', 'user'],
    ['ghs_installation', 'app'],
  ])(
    'takes the token that is given (%s is of kind %s)',
    async (token, kind) => {
      await expect(
        resolveGithubAccess({ repository: onSandbox, integrations, token }),
      ).resolves.toEqual({
        ...onSandbox,
        apiBaseUrl: 'http://localhost:7100/api/v3',
        webUrl: 'http://localhost:7100/acme/ml-infra',
        token,
        kind,
      });
    },
  );

  it('falls back to the integration', async () => {
    await expect(
      resolveGithubAccess({ repository: onGithub, integrations }),
    ).resolves.toEqual({
      ...onGithub,
      apiBaseUrl: 'https://api.github.com',
      webUrl: 'https://github.com/acme/ml-infra',
      token: 'integration-token',
      kind: 'integration',
    });
  });

  it('tells an app of the integration from a token', async () => {
    await expect(
      resolveGithubAccess({
        repository: onGithub,
        integrations,
        credentialsProvider: {
          getCredentials: async () => ({ type: 'app', token: 'ghs_x' }),
        },
      }),
    ).resolves.toMatchObject({ kind: 'app' });
  });

  it.each([
    [
      new Error('The GitHub application for acme is suspended'),
      'NotAllowedError',
      /application for acme is suspended\); check the installation/,
    ],
    [
      Object.assign(new Error('connect ECONNREFUSED'), {
        name: 'HttpError',
        status: 500,
      }),
      'ServiceUnavailableError',
      /give a token to the app .* could not be reached/,
    ],
  ])('says why an app has no token (%#)', async (error, name, message) => {
    await expect(
      resolveGithubAccess({
        repository: onGithub,
        integrations,
        credentialsProvider: {
          getCredentials: async () => {
            throw error;
          },
        },
      }),
    ).rejects.toMatchObject({ name, message: expect.stringMatching(message) });
  });

  it('refuses to act without a user when users must act themselves', async () => {
    await expect(
      resolveGithubAccess({
        repository: onGithub,
        integrations,
        requireUserToken: true,
      }),
    ).rejects.toThrow(/scaffolder\.requireScmUserCredentials/);
  });

  it.each([
    [onSandbox, /give integrations\.github a token, or install the GitHub App/],
    [{ ...onGithub, host: 'gitlab.com' }, /no GitHub integration for .*gitlab/],
  ])('says what to configure for %j', async (repository, message) => {
    await expect(
      resolveGithubAccess({ repository, integrations }),
    ).rejects.toThrow(message);
  });
});
