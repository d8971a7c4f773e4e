import { JsonObject } from '@backstage/types';
import { runAction, RunOptions } from '../__testUtils__/ActionRunner';
import { SandboxPortal, workloadRequest } from '../__testUtils__/portal';

const workloadsFile = 'env/dev/aws/irsa-ml-workloads/terragrunt.hcl';

describe('terragrunt:workload:propose', () => {
  let portal: SandboxPortal;
  const run = (request: JsonObject, options?: RunOptions) =>
    runAction(portal, request, options);

  beforeEach(async () => {
    portal = await SandboxPortal.start();
  });

  afterEach(async () => {
    await portal.stop();
  });

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
