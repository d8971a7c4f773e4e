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
