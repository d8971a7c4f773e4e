import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { JsonObject, JsonValue } from '@backstage/types';
import { readMlPlatformConfig } from '@ml-platform/plugin-terragrunt-node';
import { readScaffolderSettings } from '../readScaffolderSettings';
import { SandboxPortal, workloadRequest } from '../__testUtils__/portal';
import { createProposeWorkloadAction } from './proposeWorkload';

const workloadsFile = 'env/dev/aws/irsa-ml-workloads/terragrunt.hcl';

describe('terragrunt:workload:propose', () => {
  let portal: SandboxPortal;

  beforeEach(async () => {
    portal = await SandboxPortal.start();
  });

  afterEach(async () => {
    await portal.stop();
  });

  interface RunOptions {
    user?: string;
    token?: string;
    input?: JsonObject;
    isDryRun?: boolean;
    workspacePath?: string;
    scaffolder?: JsonObject;
    denied?: boolean;
    checkpoints?: Map<string, JsonValue>;
    signal?: AbortSignal;
  }

  /** Runs the action as the scaffolder would, and gives its outputs and log. */
  async function run(request: JsonObject, options: RunOptions = {}) {
    const {
      user = 'dana',
      checkpoints = new Map(),
      input,
      ...context
    } = options;
    const config = new ConfigReader(portal.config(options.scaffolder));
    const action = createProposeWorkloadAction({
      mlPlatform: readMlPlatformConfig(config),
      integrations: ScmIntegrations.fromConfig(config),
      permissions: mockServices.permissions.mock({
        authorize: async () => [
          {
            result: options.denied
              ? AuthorizeResult.DENY
              : AuthorizeResult.ALLOW,
          },
        ],
      }),
      client: { retry: { delayMs: 1 } },
      ...readScaffolderSettings(config),
    });
    const log: string[] = [];
    const say = (message: string) => log.push(message);
    const logger = mockServices.logger.mock({
      info: say,
      warn: say,
      error: say,
      debug: say,
    });
    const output: Record<string, unknown> = {};
    await action.handler({
      ...createMockActionContext({
        input: {
          request,
          ...(options.token && { token: options.token }),
          ...input,
        },
        workspacePath: options.workspacePath ?? portal.directory,
        user: {
          ref: `user:default/${user}`,
          entity: {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'User',
            metadata: {
              name: user,
              annotations: { 'github.com/user-login': user },
            },
            spec: { profile: { displayName: 'Dana Okafor' }, memberOf: [] },
          },
        },
      }),
      logger,
      isDryRun: context.isDryRun,
      signal: context.signal,
      output: (name: string, value: unknown) => {
        output[name] = value;
      },
      checkpoint: async ({ key, fn }: any) => {
        if (!checkpoints.has(key)) {
          checkpoints.set(key, JSON.parse(JSON.stringify((await fn()) ?? {})));
        }
        return checkpoints.get(key);
      },
    } as Parameters<typeof action.handler>[0]);
    return { output, log };
  }

  it('opens a pull request as the person, and says where and what next', async () => {
    const { output, log } = await run(
      workloadRequest({ reason: 'Ticket ML-42' }),
      { token: portal.sandbox.tokenFor('dana') },
    );
    expect(output).toEqual({
      outcome: 'created',
      remoteUrl: `${portal.sandbox.url}/acme/ml-infra/pull/${output.pullRequestNumber}`,
      pullRequestNumber: expect.any(Number),
      branchName: 'ml-platform/workload/dev/fraud-scoring',
      summary: expect.stringContaining('Opened [pull request #'),
      findings: expect.any(Array),
      entityRef: expect.stringContaining('fraud-scoring'),
      serviceAccountName: 'fraud-scoring',
      environment: 'dev',
    });
    expect(log.join('\n')).toMatch(
      /Read acme\/ml-infra, branch main at [0-9a-f]{10}[^]*Made the branch [^]*Opened the pull request #/,
    );
    const pull = await portal.api('GET', `/pulls/${output.pullRequestNumber}`);
    expect(pull).toMatchObject({ user: { login: 'dana' }, changed_files: 2 });
    expect(pull.body).toContain('> Ticket ML-42');
    expect(pull.body).toContain('**Dana Okafor** (`user:default/dana`');
    const diff = await portal.git(
      'diff',
      '--unified=0',
      'main',
      'ml-platform/workload/dev/fraud-scoring',
      '--',
      workloadsFile,
    );
    expect(diff).toContain('+      name');
    expect(diff.match(/^-[^-]/gm)).toBeNull();
  });

  it('says plainly whose credential is used when no token comes along', async () => {
    const { output, log } = await run(workloadRequest());
    expect(log.join('\n')).toMatch(
      /No GitHub token of yours came along \(a retry does not carry it\)/,
    );
    expect(
      await portal.api('GET', `/pulls/${output.pullRequestNumber}`),
    ).toMatchObject({ user: { login: 'ml-platform-bot' } });
  });

  it.each([undefined, '', ' ', '${{ secrets.USER_OAUTH_TOKEN }}', '***'])(
    'refuses without a token (%j) when people must act themselves',
    async token => {
      await expect(
        run(workloadRequest(), {
          input: token === undefined ? {} : { token },
          scaffolder: { requireScmUserCredentials: true },
        }),
      ).rejects.toMatchObject({
        name: 'NotAllowedError',
        message: expect.stringMatching(
          /scaffolder\.requireScmUserCredentials is on\), and no token of yours came along; open the template again/,
        ),
      });
      expect(await portal.pulls()).toEqual([]);
    },
  );

  it('asks the portal for permission before it looks at anything', async () => {
    await expect(
      run(workloadRequest({ name: 7 }), { denied: true }),
    ).rejects.toMatchObject({
      name: 'NotAllowedError',
      message: expect.stringContaining('ml-platform.change.propose'),
    });
  });

  describe('bad input', () => {
    it.each([
      [
        'repository',
        { repository: 'nowhere' },
        /repository is 'nowhere'.*choose one of ml-infra/,
      ],
      [
        'repository',
        { repository: 'github.com?owner=evil&repo=x' },
        /allowedRepositories/,
      ],
      [
        'environment',
        { environment: 'nowhere' },
        /environment.*nowhere.*dev, prod/,
      ],
      ['environment', { environment: '../../etc' }, /environment/],
      ['name', { name: 'x'.repeat(10_000) }, /name/],
      ['name', { name: '"; rm -rf' }, /name/],
      ['name', { name: '${get_env("X")}' }, /name/],
      ['name', { name: '${{ secrets.x }}' }, /name/],
      ['name', { name: '../../etc' }, /name/],
      ['name', { name: 'fr\u0430ud' }, /name/],
      ['namespace', { namespace: 'kube-system' }, /namespace/],
      [
        's3Access.bucketArns[0]',
        { s3Access: { bucketArns: ['arn:aws:s3:::*'] } },
        /s3Access\.bucketArns\[0\]/,
      ],
      [
        's3Access.bucketArns[0]',
        { s3Access: { bucketArns: ['${get_env("X")}'] } },
        /s3Access\.bucketArns\[0\]/,
      ],
    ])(
      'names the field %s and leaves nothing behind (%#)',
      async (_field, changes, message) => {
        await expect(
          run(workloadRequest(changes as JsonObject)),
        ).rejects.toThrow(message);
        expect(await portal.branches()).toEqual(['main']);
        expect(await portal.pulls('all')).toEqual([]);
      },
    );

    it('keeps error messages short, whatever is typed', async () => {
      for (const changes of [
        { name: 'x'.repeat(10_000) },
        { environment: 'x'.repeat(10_000) },
        { repository: 'x'.repeat(10_000) },
      ]) {
        const error = await run(workloadRequest(changes)).catch(
          caught => caught,
        );
        expect(error.message.length).toBeLessThan(1_000);
      }
    });

    it('lets free text of any kind through without effect', async () => {
      const text =
        '"; rm -rf / ${get_env("X")} %{ if true } --> <script>x</script> @acme/everybody\n# x';
      const { output } = await run(
        workloadRequest({ description: text, reason: text }),
      );
      const entity = await portal.git(
        'show',
        `${output.branchName}:env/dev/catalog/workload-fraud-scoring.yaml`,
      );
      expect(entity).toContain('rm -rf');
      const { body } = await portal.api(
        'GET',
        `/pulls/${output.pullRequestNumber}`,
      );
      expect(body.replace(/`[^`\n]*`/g, '')).not.toContain('<script>');
      expect(body.match(/^<!-- ml-platform:end -->$/gm)).toHaveLength(1);
    });
  });

  describe('a repository that cannot be worked with', () => {
    it.each([
      [
        'a file with a syntax error',
        workloadsFile,
        'inputs = {\n  workloads = [\n',
        /terragrunt\.hcl/,
      ],
      [
        'a list that cannot be followed',
        workloadsFile,
        'inputs = {\n  workloads = jsondecode(run_cmd("x"))\n}\n',
        /terragrunt\.hcl[^]*jsondecode/,
      ],
      [
        'a file that is not UTF-8',
        workloadsFile,
        Buffer.from('# caf\xe9\ninputs = {}\n', 'latin1'),
        /terragrunt\.hcl is not valid UTF-8/,
      ],
      ['no file', workloadsFile, undefined, /terragrunt\.hcl/],
    ])(
      'names %s and leaves nothing behind',
      async (_name, path, content, message) => {
        await portal.commit(path, content);
        await expect(run(workloadRequest())).rejects.toThrow(message);
        expect(await portal.branches()).toEqual(['main']);
        expect(await portal.pulls('all')).toEqual([]);
      },
    );

    it('names a token without rights', async () => {
      await expect(
        run(workloadRequest(), { token: 'sandbox-read-only-token' }),
      ).rejects.toMatchObject({
        name: 'NotAllowedError',
        message: expect.stringContaining('ask for write access'),
      });
      expect(await portal.branches()).toEqual(['main']);
    });

    it('uses another branch beside one that somebody else has made', async () => {
      await portal.api('POST', '/git/refs', {
        ref: 'refs/heads/ml-platform/workload/dev/fraud-scoring',
        sha: (await portal.git('rev-parse', 'main')).trim(),
      });
      const { output } = await run(workloadRequest());
      expect(output).toMatchObject({
        outcome: 'created',
        branchName: 'ml-platform/workload/dev/fraud-scoring-2',
      });
    });
  });

  it('changes nothing when asked again, and one line when one ARN changes', async () => {
    const first = await run(workloadRequest());
    const again = await run(workloadRequest());
    expect(again.output).toMatchObject({
      outcome: 'unchanged',
      pullRequestNumber: first.output.pullRequestNumber,
    });
    await portal.api(
      'PUT',
      `/pulls/${first.output.pullRequestNumber}/merge`,
      {},
    );
    const merged = await run(workloadRequest());
    expect(merged.output).toMatchObject({
      outcome: 'unchanged',
      summary: expect.stringContaining('main says already'),
    });
    expect(merged.output).not.toHaveProperty('remoteUrl');
    const changed = await run(
      workloadRequest({
        s3Access: {
          bucketArns: ['arn:aws:s3:::acme-fraud-dev-2'],
          readOnly: true,
        },
      }),
    );
    expect(changed.output).toMatchObject({
      outcome: 'created',
      branchName: 'ml-platform/workload/dev/fraud-scoring-2',
    });
    expect(
      await portal.git(
        'diff',
        '--numstat',
        'main',
        'ml-platform/workload/dev/fraud-scoring-2',
        '--',
        workloadsFile,
      ),
    ).toMatch(/^1\t1\t/);
  });

  it('lets two people’s pull requests for two workloads be merged one after the other', async () => {
    const first = await run(
      workloadRequest({ name: 'gauge', serviceAccount: 'gauge' }),
    );
    const second = await run(
      workloadRequest({
        name: 'gazelle',
        serviceAccount: 'gazelle',
        createNamespace: false,
      }),
      { user: 'piotr' },
    );
    await portal.api(
      'PUT',
      `/pulls/${first.output.pullRequestNumber}/merge`,
      {},
    );
    const again = await run(
      workloadRequest({
        name: 'gazelle',
        serviceAccount: 'gazelle',
        createNamespace: false,
      }),
      { user: 'piotr' },
    );
    expect(again.output).toMatchObject({
      outcome: 'updated',
      pullRequestNumber: second.output.pullRequestNumber,
    });
    expect(
      await portal.api(
        'PUT',
        `/pulls/${second.output.pullRequestNumber}/merge`,
        {},
      ),
    ).toMatchObject({ merged: true });
    const text = await portal.git('show', `main:${workloadsFile}`);
    expect(text.match(/"(gauge|gazelle)"/g)).toEqual(
      expect.arrayContaining(['"gauge"', '"gazelle"']),
    );
    expect(text).toContain('# One role per workload. Sorted by name, please.');
  });

  it('leads another person to the open pull request', async () => {
    const { output } = await run(workloadRequest());
    await expect(run(workloadRequest(), { user: 'piotr' })).rejects.toThrow(
      `by user:default/dana in pull request #${output.pullRequestNumber} (${output.remoteUrl})`,
    );
  });

  describe('what it remembers', () => {
    it('is trusted while the pull request is there', async () => {
      const checkpoints = new Map();
      const first = await run(workloadRequest(), { checkpoints });
      const again = await run(workloadRequest(), { checkpoints });
      expect(again.output).toEqual(first.output);
      expect(again.log.join('\n')).not.toContain('Read acme/ml-infra');
    });

    it.each(['closed', 'gone', 'of another request'])(
      'is not trusted when it is %s',
      async state => {
        const checkpoints = new Map();
        const { output } = await run(workloadRequest(), { checkpoints });
        if (state === 'closed') {
          await portal.api('PATCH', `/pulls/${output.pullRequestNumber}`, {
            state: 'closed',
          });
        }
        if (state === 'gone') {
          for (const record of checkpoints.values()) {
            record.pullRequestNumber = 999;
          }
        }
        const again = await run(
          workloadRequest(
            state === 'of another request'
              ? {
                  s3Access: {
                    bucketArns: ['arn:aws:s3:::acme-other'],
                    readOnly: true,
                  },
                }
              : {},
          ),
          { checkpoints },
        );
        expect(again.output.outcome).toBe(
          {
            closed: 'created',
            gone: 'unchanged',
            'of another request': 'updated',
          }[state],
        );
      },
    );

    it('is not trusted when it is empty, as the scaffolder stores it for nothing', async () => {
      const checkpoints = new Map();
      await run(workloadRequest(), { checkpoints });
      for (const key of checkpoints.keys()) {
        checkpoints.set(key, {});
      }
      expect(
        (await run(workloadRequest(), { checkpoints })).output.outcome,
      ).toBe('unchanged');
    });
  });

  describe('dry run', () => {
    it('puts the changed files into the workspace and writes nothing', async () => {
      const workspacePath = join(portal.directory, 'workspace');
      const { output, log } = await run(workloadRequest(), {
        isDryRun: true,
        workspacePath,
        token: '***',
      });
      expect(output).toEqual({
        outcome: 'dry-run',
        remoteUrl: `${portal.sandbox.url}/acme/ml-infra`,
        summary: expect.stringContaining('Dry run'),
        findings: expect.any(Array),
        entityRef: expect.any(String),
        serviceAccountName: 'fraud-scoring',
        environment: 'dev',
      });
      expect(
        await readFile(join(workspacePath, workloadsFile), 'utf-8'),
      ).toContain('acme-fraud-dev');
      expect(
        await readFile(
          join(workspacePath, 'env/dev/catalog/workload-fraud-scoring.yaml'),
          'utf-8',
        ),
      ).toContain('fraud-scoring');
      expect(log).toContain(`Would change ${workloadsFile}`);
      expect(await portal.branches()).toEqual(['main']);
      expect(await portal.pulls('all')).toEqual([]);
    });

    it('reads with the portal’s credential also where people must act themselves', async () => {
      await expect(
        run(workloadRequest(), {
          isDryRun: true,
          workspacePath: join(portal.directory, 'workspace'),
          scaffolder: { requireScmUserCredentials: true },
        }),
      ).resolves.toMatchObject({ output: { outcome: 'dry-run' } });
    });

    it('shows the errors', async () => {
      await expect(
        run(workloadRequest({ namespace: 'kube-system' }), { isDryRun: true }),
      ).rejects.toThrow(/namespace/);
    });
  });

  it('commits as the configured author with the portal’s token, as nobody in particular with a user’s', async () => {
    const scaffolder = {
      defaultAuthor: { name: 'Portal', email: 'portal@acme.example' },
    };
    const author = async (branch: unknown) =>
      (await portal.git('log', '-1', '--format=%an', String(branch))).trim();
    const own = await run(
      workloadRequest({ name: 'one', serviceAccount: 'one' }),
      {
        scaffolder,
      },
    );
    expect(await author(own.output.branchName)).toBe('Portal');
    const users = await run(
      workloadRequest({ name: 'two', serviceAccount: 'two', namespace: 'two' }),
      {
        scaffolder,
        token: portal.sandbox.tokenFor('dana'),
      },
    );
    expect(await author(users.output.branchName)).toBe('Dana Okafor');
  });

  it('opens nothing when the preview showed another plan', async () => {
    await expect(
      run(workloadRequest(), { input: { expectedDigest: 'other' } }),
    ).rejects.toThrow('no longer the one that was previewed');
    expect(await portal.branches()).toEqual(['main']);
  });

  it('never says the token', async () => {
    const token = portal.sandbox.tokenFor('dana');
    const { output, log } = await run(workloadRequest(), { token });
    portal.sandbox.setFault({ path: '/repos/**', status: 500 });
    const error = await run(workloadRequest(), { token }).catch(
      caught => caught,
    );
    expect(error.name).toBe('ServiceUnavailableError');
    expect(
      [JSON.stringify(output), ...log, error.message, error.stack].join(),
    ).not.toContain(token);
  });
});
