import {
  createMockDirectory,
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { startSandbox, type Sandbox } from '@ml-platform/sandbox';
import request from 'supertest';
import plugin from '..';

// Each test starts a sandbox and runs Git many times.
jest.setTimeout(60_000);

describe('/declared against a GitHub', () => {
  const directory = createMockDirectory();
  let sandbox: Sandbox;

  beforeEach(async () => {
    directory.clear();
    sandbox = await startSandbox({ directory: directory.path });
  });
  afterEach(() => sandbox.close());

  async function start(denied: string[] = []) {
    const host = new URL(sandbox.url).host;
    const { server } = await startTestBackend({
      features: [
        plugin,
        mockServices.permissions.mock({
          authorize: async requests =>
            requests.map(({ permission }) => ({
              result: denied.includes(permission.name)
                ? AuthorizeResult.DENY
                : AuthorizeResult.ALLOW,
            })),
        }).factory,
        mockServices.rootConfig.factory({
          data: {
            integrations: {
              github: [
                {
                  host,
                  apiBaseUrl: sandbox.apiUrl,
                  token: sandbox.integrationToken,
                },
              ],
            },
            mlPlatform: {
              repositories: [
                {
                  id: 'ml-infra',
                  title: 'ML infrastructure',
                  repoUrl: `${host}?owner=acme&repo=ml-infra`,
                },
                {
                  id: 'gone',
                  title: 'Gone',
                  repoUrl: `${host}?owner=acme&repo=gone`,
                },
              ],
            },
          },
        }),
      ],
    });
    return (path: string) => request(server).get(`/api/ml-platform${path}`);
  }

  it('lists workloads, profiles, clusters and tools with place, owner and last change', async () => {
    const get = await start();
    const { body, status } = await get(
      '/declared?repository=ml-infra&limit=200',
    );

    expect(status).toBe(200);
    const kinds = body.items.map((item: any) => item.kind);
    expect(new Set(kinds)).toEqual(
      new Set(['workload', 'profile', 'cluster', 'tool']),
    );
    expect(
      body.items.find(
        (item: any) => item.name === 'vllm' && item.environment === 'dev',
      ),
    ).toEqual({
      kind: 'workload',
      repository: 'ml-infra',
      environment: 'dev',
      name: 'vllm',
      owner: 'group:default/ml-research',
      entityRef: 'component:default/dev-vllm',
      file: 'env/dev/aws/irsa-ml-workloads/terragrunt.hcl',
      line: expect.any(Number),
      fileUrl: expect.stringMatching(
        /\/acme\/ml-infra\/blob\/[0-9a-f]{40}\/env\/dev\/aws\/irsa-ml-workloads\/terragrunt.hcl#L\d+$/,
      ),
      lastChange: {
        at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
        by: expect.any(String),
        commit: expect.stringMatching(/^[0-9a-f]{40}$/),
        url: expect.stringContaining('/acme/ml-infra/commit/'),
      },
    });
    expect(body.environments).toEqual(expect.arrayContaining(['dev', 'prod']));
    expect(body.repositories).toEqual([
      expect.objectContaining({ id: 'ml-infra', problems: [] }),
      {
        id: 'gone',
        title: 'Gone',
        problems: [expect.stringMatching(/^The repository 'Gone' cannot be/)],
      },
    ]);
  });

  it('filters, sorts and pages', async () => {
    const get = await start();
    const { body } = await get(
      '/declared?kind=workload&environment=dev&sort=name&order=desc&offset=1&limit=2',
    );

    expect(body.items.map((item: any) => item.name)).toEqual([
      'nightly-eval',
      'mlflow',
    ]);
    expect(body).toMatchObject({ total: 4, offset: 1 });
  });

  it('gives the present values with what the form cannot hold', async () => {
    const get = await start();
    const { body, status } = await get(
      '/declared/workload/ml-infra/prod/mlflow',
    );

    expect(status).toBe(200);
    expect(body).toMatchObject({
      template: 'irsa-ml-workload',
      base: { branch: 'main', commit: expect.stringMatching(/^[0-9a-f]{40}$/) },
      formData: {
        repository: 'ml-infra',
        environment: 'prod',
        name: 'mlflow',
        namespace: 'mlops',
        createNamespace: true,
        rdsAccess: { username: 'mlflow' },
        keep: ['s3_access'],
      },
      unshown: [
        {
          attribute: 's3_access.kms_key_arns[0]',
          source: expect.stringContaining('local.account'),
          kept: true,
        },
      ],
    });
  });

  it('lists tools and gives their present values', async () => {
    const get = await start();
    const { body: list } = await get('/declared?kind=tool&environment=dev');
    expect(list.items.map((item: any) => item.name)).toEqual([
      'jupyterhub',
      'mlflow',
    ]);
    const { body, status } = await get('/declared/tool/ml-infra/dev/mlflow');

    expect(status).toBe(200);
    expect(body).toMatchObject({
      template: 'platform-tool',
      thing: {
        kind: 'tool',
        file: 'env/dev/platform/mlflow/terragrunt.hcl',
      },
      formData: {
        repository: 'ml-infra',
        environment: 'dev',
        tool: 'mlflow',
        intent: 'change',
        answers: { domainName: expect.stringMatching(/acme\.example$/) },
      },
    });
  });

  it.each([
    ['/declared?kind=bucket', 400, /kind/],
    ['/declared?limit=1000', 400, /limit/],
    ['/declared/bucket/ml-infra/dev/vllm', 400, /kind/],
    ['/declared/workload/other/dev/vllm', 404, /no repository 'other'/],
    ['/declared/workload/ml-infra/dev/gone', 404, /There are: .*vllm/],
    ['/declared/workload/gone/dev/vllm', 503, /'Gone' cannot be read/],
  ])('answers %s with %s', async (path, status, message) => {
    const get = await start();
    const response = await get(path);

    expect(response.status).toBe(status);
    expect(response.body.error.message).toMatch(message);
  });

  it.each([
    ['/declared', 'ml-platform.repository.read'],
    [
      '/declared/workload/ml-infra/dev/vllm',
      'ml-platform.repository.code.read',
    ],
  ])('answers %s with 403 without %s', async (path, permission) => {
    const get = await start([permission]);
    const response = await get(path);

    expect(response.status).toBe(403);
    expect(response.body.error.message).toContain(permission);
  });

  it('answers 401 to nobody', async () => {
    const get = await start();
    const response = await get('/declared').set(
      'Authorization',
      mockCredentials.none.header(),
    );

    expect(response.status).toBe(401);
  });

  it('shows the last answer while GitHub fails, and says so', async () => {
    const get = await start();
    const before = await get('/declared?repository=ml-infra');
    sandbox.setFault({ path: '/repos/acme/ml-infra/**', status: 500 });
    const now = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 60_000);
    try {
      const after = await get('/declared?repository=ml-infra');

      expect(after.body.total).toBe(before.body.total);
      expect(after.body.repositories[0].problems).toEqual([
        expect.stringContaining("'ML infrastructure' cannot be read"),
      ]);
    } finally {
      now.mockRestore();
    }
  });
});
