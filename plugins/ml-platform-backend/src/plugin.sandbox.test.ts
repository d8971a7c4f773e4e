import {
  createMockDirectory,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { startSandbox, type Sandbox } from '@ml-platform/sandbox';
import request from 'supertest';
import plugin from '.';

const FILES = {
  'env/test/env.yaml':
    'project: mlops\nregion: eu-west-2\naws_account_id: "123456789012"\n',
  'env/test/aws/irsa-ml-workloads/terragrunt.hcl': `inputs = {
  workloads = [
    { name = "mlflow", namespace = "mlops", service_account = "mlflow" },
  ]
}
`,
  'env/broken/env.yaml': 'project: mlops\nregion: eu-west-2\n',
  'env/broken/aws/irsa-ml-workloads/terragrunt.hcl':
    'inputs = {\n  workloads = [\n',
};

describe('mlPlatformPlugin against a GitHub', () => {
  const directory = createMockDirectory();
  let sandbox: Sandbox;

  beforeEach(async () => {
    directory.clear();
    sandbox = await startSandbox({
      directory: directory.path,
      seed: { 'acme/ml-infra': FILES },
    });
  });
  afterEach(() => sandbox.close());

  async function start(token = sandbox.integrationToken) {
    const host = new URL(sandbox.url).host;
    const { server } = await startTestBackend({
      features: [
        plugin,
        mockServices.rootConfig.factory({
          data: {
            integrations: {
              github: [{ host, apiBaseUrl: sandbox.apiUrl, token }],
            },
            mlPlatform: {
              policy: {
                allowedRepositories: [`${host}?owner=acme&repo=*`],
              },
              repositories: [
                {
                  id: 'ml-infra',
                  title: 'ML infrastructure',
                  repoUrl: `${host}?owner=acme&repo=ml-infra`,
                },
                { id: 'gone', repoUrl: `${host}?owner=acme&repo=gone` },
              ],
            },
          },
        }),
      ],
    });
    return {
      host,
      get: (path: string) => request(server).get(`/api/ml-platform${path}`),
    };
  }

  it('lists the configured repositories', async () => {
    const { get, host } = await start();
    const { body } = await get('/repositories');
    expect(body.items[0]).toEqual({
      id: 'ml-infra',
      title: 'ML infrastructure',
      webUrl: `${sandbox.url}/acme/ml-infra`,
      host,
      owner: 'acme',
      name: 'ml-infra',
    });
  });

  it('finds and reads a repository that policy allows, though it is not configured', async () => {
    await sandbox.close();
    directory.clear();
    sandbox = await startSandbox({
      directory: directory.path,
      seed: { 'acme/ml-new': FILES },
    });
    const { get, host } = await start();
    const repoUrl = `${host}?owner=acme&repo=ml-new`;
    const path = `/repositories/${encodeURIComponent(repoUrl)}`;
    expect((await get(path)).body).toEqual({
      id: repoUrl,
      title: 'acme/ml-new',
      webUrl: `${sandbox.url}/acme/ml-new`,
      host,
      owner: 'acme',
      name: 'ml-new',
    });
    const { status, body } = await get(`${path}/environments`);
    expect(status).toBe(200);
    expect(body.items).toEqual(
      expect.arrayContaining([expect.objectContaining({ name: 'test' })]),
    );

    const { body: all } = await get('/repositories');
    expect(all.items.map(({ id }: { id: string }) => id)).toEqual([
      'ml-infra',
      'gone',
    ]);
  });

  it('gives a configured repository its id, however it is named', async () => {
    const { get, host } = await start();
    const { body } = await get(
      `/repositories/${encodeURIComponent(`${host}?owner=acme&repo=ml-infra`)}`,
    );
    expect(body).toMatchObject({ id: 'ml-infra', title: 'ML infrastructure' });
  });

  it.each(['', '/environments'])(
    'refuses a repository that policy does not allow%s',
    async rest => {
      const { get, host } = await start();
      const repoUrl = encodeURIComponent(`${host}?owner=else&repo=ml-infra`);
      const { status, body } = await get(`/repositories/${repoUrl}${rest}`);
      expect(status).toBe(403);
      expect(body.error.message).toMatch(
        /neither in mlPlatform.repositories nor matched by/,
      );
    },
  );

  it('reads the environments of the newest commit, the broken one with its problem', async () => {
    const { get } = await start();
    const { status, body } = await get('/repositories/ml-infra/environments');
    expect(body.error?.message).toBeUndefined();
    expect(status).toBe(200);
    expect(body).toMatchObject({
      commit: expect.stringMatching(/^[0-9a-f]{40}$/),
      stale: false,
    });
    expect(body.items).toEqual([
      expect.objectContaining({
        name: 'broken',
        problem: expect.stringContaining(
          'env/broken/aws/irsa-ml-workloads/terragrunt.hcl',
        ),
      }),
      {
        name: 'test',
        region: 'eu-west-2',
        accountId: '123456789012',
        partition: 'aws',
        project: 'mlops',
        cluster: 'mlops-test-cluster',
        namespaces: ['mlops'],
        workloads: [
          { name: 'mlflow', namespace: 'mlops', serviceAccount: 'mlflow' },
        ],
      },
    ]);
  });

  it.each([
    ['an unknown repository', '/repositories/gone/environments', undefined],
    [
      'a bad token',
      '/repositories/ml-infra/environments',
      'wrong-token-0123456789',
    ],
  ])('says what to check for %s', async (_, path, token) => {
    const { get, host } = await start(token);
    const { status, body } = await get(path);
    expect(status).toBe(503);
    expect(body.error.message).toContain(
      `check integrations.github for '${host}'`,
    );
    expect(JSON.stringify(body)).not.toContain('wrong-token');
    expect(JSON.stringify(body)).not.toContain(sandbox.integrationToken);
  });
});
