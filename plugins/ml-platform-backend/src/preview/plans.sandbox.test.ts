import {
  createMockDirectory,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  mlPlatformChangeProposePermission,
  mlPlatformRepositoryCodeReadPermission,
} from '@ml-platform/plugin-ml-platform-common';
import { startSandbox, type Fault, type Sandbox } from '@ml-platform/sandbox';
import request from 'supertest';
import plugin from '..';

const SECRET = '# nobody reads this line in a preview';
const UNIT = 'env/test/aws/irsa-ml-workloads/terragrunt.hcl';
const FILES = {
  CODEOWNERS: '*.hcl @acme/ml-platform\n',
  'env/test/env.yaml':
    'project: mlops\nregion: eu-west-2\naws_account_id: "123456789012"\n',
  [UNIT]: `${SECRET}
#
#
#
#
inputs = {
  workloads = [
    {
      name            = "mlflow"
      namespace       = "mlops"
      service_account = "mlflow"
    },
  ]
}
`,
  'env/broken/env.yaml': 'project: mlops\nregion: eu-west-2\n',
  'env/broken/aws/irsa-ml-workloads/terragrunt.hcl':
    'inputs = {\n  workloads = [\n',
};

const REQUEST = {
  repository: 'ml-infra',
  environment: 'test',
  name: 'vllm',
  namespace: 'inference',
  serviceAccount: 'vllm',
  owner: 'group:default/ml-research',
  access: ['s3'],
  s3Access: { bucketArns: ['arn:aws:s3:::acme-models'], readOnly: true },
};

describe('POST /plans', () => {
  const directory = createMockDirectory();
  const logged: string[] = [];
  let sandbox: Sandbox;

  beforeEach(async () => {
    directory.clear();
    logged.splice(0);
    sandbox = await startSandbox({
      directory: directory.path,
      seed: { 'acme/ml-infra': FILES },
    });
  });
  afterEach(() => sandbox.close());

  async function start(options?: {
    denied?: string;
    requireScmUserCredentials?: boolean;
    token?: string;
  }) {
    const host = new URL(sandbox.url).host;
    const permissions = mockServices.permissions.mock({
      authorize: jest.fn(async requests =>
        requests.map(({ permission }) => ({
          result:
            permission.name === options?.denied
              ? AuthorizeResult.DENY
              : AuthorizeResult.ALLOW,
        })),
      ),
    });
    const createEvent = jest.fn(async (event: unknown) => {
      logged.push(JSON.stringify((event as { meta: unknown }).meta));
      return { success: async () => {}, fail: async () => {} };
    });
    const { server } = await startTestBackend({
      features: [
        plugin,
        permissions.factory,
        mockServices.auditor.mock({ createEvent }).factory,
        mockServices.rootConfig.factory({
          data: {
            scaffolder: {
              requireScmUserCredentials:
                options?.requireScmUserCredentials ?? false,
            },
            integrations: {
              github: [
                {
                  host,
                  apiBaseUrl: sandbox.apiUrl,
                  token: options?.token ?? sandbox.integrationToken,
                },
              ],
            },
            mlPlatform: {
              repositories: [
                { id: 'ml-infra', repoUrl: `${host}?owner=acme&repo=ml-infra` },
                { id: 'gone', repoUrl: `${host}?owner=acme&repo=gone` },
              ],
            },
          },
        }),
      ],
    });
    const post = (changes: object = {}, token?: string, kind = 'workload') => {
      const call = request(server).post('/api/ml-platform/plans');
      if (token) {
        call.set('X-Scm-User-Token', token);
      }
      return call.send({ kind, request: { ...REQUEST, ...changes } });
    };
    return { post, permissions };
  }

  it('gives the diff, what it means and who owns it, and no whole file', async () => {
    const { post, permissions } = await start();
    const { status, body, headers } = await post({}, sandbox.tokenFor('dana'));
    expect(body.error?.message).toBeUndefined();
    expect(status).toBe(200);
    expect(headers['cache-control']).toBe('private, no-store');
    expect(body).toMatchObject({
      kind: 'workload',
      repository: {
        id: 'ml-infra',
        webUrl: `${sandbox.url}/acme/ml-infra`,
      },
      environment: 'test',
      name: 'vllm',
      operation: 'create',
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
      base: { branch: 'main', commit: expect.stringMatching(/^[0-9a-f]{40}$/) },
    });
    expect(body.files[0]).toMatchObject({
      path: UNIT,
      status: 'changed',
      deletions: 0,
    });
    expect(body.files[0].hunks[0].lines.join('\n')).toMatch(/^\+ .*"vllm"/m);
    expect(body.codeOwners[0]).toEqual({
      path: UNIT,
      owners: ['@acme/ml-platform'],
    });
    expect(body.access.length).toBeGreaterThan(0);
    const text = JSON.stringify(body);
    expect(text).not.toContain(SECRET);
    expect(text).not.toMatch(/"(before|after)":/);
    expect(permissions.authorize).toHaveBeenCalledWith(
      [{ permission: mlPlatformChangeProposePermission }],
      expect.anything(),
    );
    expect(permissions.authorize).toHaveBeenCalledWith(
      [
        {
          permission: mlPlatformRepositoryCodeReadPermission,
          resourceRef: 'ml-infra',
        },
      ],
      expect.anything(),
    );
  });

  it('gives findings instead of a diff for a request that breaks a rule', async () => {
    const { post } = await start();
    const { status, body } = await post({ namespace: 'kube-system' });
    expect(status).toBe(200);
    expect(body.files).toEqual([]);
    expect(body.findings).toContainEqual(
      expect.objectContaining({ severity: 'error', field: 'namespace' }),
    );
  });

  it('shows what a tool makes and what is missing first, and repeats no secret', async () => {
    const { post } = await start();
    const value = 'wJalrXUtnFEMIxK7MDENGxbPxRfiCYEXAMPLEKEY';
    const { status, body } = await post(
      {
        // Fields of a workload that the request of a tool does not have.
        name: undefined,
        namespace: undefined,
        serviceAccount: undefined,
        access: undefined,
        s3Access: undefined,
        tool: 'mlflow',
        answers: { rdsPasswordSecretName: value },
      },
      undefined,
      'tool',
    );
    expect(status).toBe(200);
    expect(body.files).toEqual([]);
    expect(body.summary.willExist).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^S3 bucket/),
        expect.stringMatching(/^PostgreSQL database/),
        expect.stringMatching(/^IAM role/),
        expect.stringMatching(/^Helm release/),
      ]),
    );
    expect(
      body.findings
        .filter(({ severity }: { severity: string }) => severity === 'error')
        .map(({ id, field }: { id: string; field: string }) => [id, field]),
    ).toEqual(
      expect.arrayContaining([
        ['tool-dependency-absent', 'environment'],
        ['tool-answer-missing', 'answers.domainName'],
        ['tool-secret-value', 'answers.rdsPasswordSecretName'],
      ]),
    );
    expect(JSON.stringify(body) + logged.join()).not.toContain(value);
  });

  it.each([
    [{ name: 'Not Valid' }, 400, /name/],
    [{ colour: 'red' }, 400, /colour/],
    [
      { environment: 'nowhere' },
      404,
      /no environment.*There are: broken, test/,
    ],
    [{ environment: 'broken' }, 400, /env\/broken\/aws.*terragrunt\.hcl/],
    [{ repository: 'unknown' }, 400, /choose one of ml-infra, gone/],
    [{ repository: 'gone' }, 404, /does not exist, or the credential/],
  ])('answers %j with %d', async (changes, expected, message) => {
    const { post } = await start();
    const { status, body } = await post(changes);
    expect(body.error?.message).toMatch(message);
    expect(status).toBe(expected);
  });

  it('names the kinds there are', async () => {
    const { post } = await start();
    const { status, body } = await post({}, undefined, 'database');
    expect(status).toBe(400);
    expect(body.error.message).toMatch(/There are: workload/);
  });

  it.each([
    ['ml-platform.change.propose', /lack .*ml-platform\.change\.propose/],
    [
      'ml-platform.repository.code.read',
      /lack .*code\.read' for the repository 'ml-infra'/,
    ],
  ])('refuses who lacks %s', async (denied, message) => {
    const { post } = await start({ denied });
    const { status, body } = await post();
    expect(status).toBe(403);
    expect(body.error.message).toMatch(message);
  });

  it("wants the user's token where the portal demands it", async () => {
    const { post } = await start({ requireScmUserCredentials: true });
    expect((await post()).status).toBe(403);
    expect((await post({}, sandbox.tokenFor('dana'))).status).toBe(200);
  });

  it('neither stores nor logs the token, and takes a refused one for no sign-out', async () => {
    const { post } = await start();
    const { status, body } = await post({}, 'wrong-token-0123456789');
    expect(status).toBe(403);
    expect(body.error.message).toMatch(/sign in to GitHub again/);
    expect(JSON.stringify(body)).not.toContain('wrong-token');
    expect(logged).toEqual(['{"kind":"workload","repository":"ml-infra"}']);
  });

  it("calls the portal's own refused credential the portal's fault", async () => {
    const { post } = await start({ token: 'wrong-token-0123456789' });
    const { status, body } = await post();
    expect(status).toBe(503);
    expect(body.error.message).toMatch(/credential in integrations.github/);
  });

  it('says that another kind of change is open for the same thing', async () => {
    const pull = {
      number: 7,
      html_url: `${sandbox.url}/acme/ml-infra/pull/7`,
      title: 'Remove vllm',
      state: 'open',
      merged_at: null,
      user: { login: 'piotr' },
      head: {
        ref: 'ml-platform/removal/test/vllm',
        sha: '0'.repeat(40),
        repo: { full_name: 'acme/ml-infra' },
      },
      base: { ref: 'main', repo: { full_name: 'acme/ml-infra' } },
      body: `<!-- ml-platform:change ${JSON.stringify({
        version: 1,
        kind: 'removal',
        thing: 'workload',
        repository: 'acme/ml-infra',
        environment: 'test',
        name: 'vllm',
        requester: 'user:default/piotr',
        requestDigest: '',
        planDigest: '',
        head: '',
        title: 'Remove vllm',
      })} -->`,
    };
    sandbox.setFault({
      method: 'GET',
      path: '/repos/acme/ml-infra/pulls',
      status: 200,
      body: [pull],
    });
    const { post } = await start();
    const { status, body } = await post({}, sandbox.tokenFor('dana'));

    expect(status).toBe(200);
    expect(body.files).toEqual([]);
    expect(body.findings).toContainEqual(
      expect.objectContaining({
        id: 'change-open-already',
        severity: 'error',
        message: expect.stringContaining(pull.html_url),
      }),
    );
  });

  it.each<[string, Omit<Fault, 'path'>, number, RegExp]>([
    ['5xx', { status: 502 }, 503, /it answered 502; try again/],
    ['no answer', { disconnect: true }, 503, /could not be reached/],
    [
      'a refusal',
      {
        status: 403,
        body: { message: 'Resource not accessible by integration' },
      },
      403,
      /may read the repository/,
    ],
    [
      'a used up rate limit',
      { status: 403, headers: { 'retry-after': '600' } },
      503,
      /rate limit is used up; try again in 10 min, at \d\d:\d\d UTC/,
    ],
  ])('says what to do about %s', async (_, fault, expected, message) => {
    const { post } = await start();
    sandbox.setFault({ ...fault, path: '/repos/acme/ml-infra/branches/main' });
    const { status, body } = await post();
    expect(body.error.message).toMatch(message);
    expect(status).toBe(expected);
  });
});
