import { JsonObject } from '@backstage/types';
import { runAction, RunOptions } from '../__testUtils__/ActionRunner';
import { SandboxPortal, workloadRequest } from '../__testUtils__/portal';
import { createProposeRemovalAction } from './proposeRemoval';

const workloadsFile = 'env/dev/aws/irsa-ml-workloads/terragrunt.hcl';

describe('what happens meanwhile', () => {
  let portal: SandboxPortal;
  const run = (request: JsonObject, options?: RunOptions) =>
    runAction(portal, request, options);

  beforeEach(async () => {
    portal = await SandboxPortal.start();
  });

  afterEach(async () => {
    await portal.stop();
  });

  /** The requests run at once: those that went through, and messages of the others. */
  async function atOnce(
    ...runs: Promise<{ output: Record<string, unknown> }>[]
  ) {
    const results = await Promise.allSettled(runs);
    return {
      outcomes: results.flatMap(result =>
        result.status === 'fulfilled' ? [result.value.output.outcome] : [],
      ),
      messages: results.flatMap(result =>
        result.status === 'rejected' ? [String(result.reason.message)] : [],
      ),
    };
  }

  it('ends with one pull request when a person asks twice at once', async () => {
    const { outcomes } = await atOnce(
      run(workloadRequest()),
      run(workloadRequest()),
    );
    expect(outcomes).toContain('created');
    expect(await portal.pulls()).toHaveLength(1);
    expect(await portal.branches()).toEqual([
      'main',
      'ml-platform/workload/dev/fraud-scoring',
    ]);
    expect((await run(workloadRequest())).output.outcome).toBe('unchanged');
  });

  it('tells the second of two people who ask for one thing at once', async () => {
    const { outcomes, messages } = await atOnce(
      run(workloadRequest()),
      run(workloadRequest(), { user: 'piotr' }),
    );
    expect(outcomes).toEqual(['created']);
    expect(messages).toEqual([
      expect.stringMatching(
        /is asked for already, by user:default\/(?:dana|piotr) in pull request #\d+/,
      ),
    ]);
    expect(await portal.pulls()).toHaveLength(1);
  });

  it('opens both of two things that are asked for at once', async () => {
    const { outcomes } = await atOnce(
      run(workloadRequest({ name: 'gauge', serviceAccount: 'gauge' })),
      run(
        workloadRequest({
          name: 'gazelle',
          namespace: 'gazelles',
          serviceAccount: 'gazelle',
        }),
        { user: 'piotr' },
      ),
    );
    expect(outcomes).toEqual(['created', 'created']);
    expect((await portal.pulls()).map(({ head }) => head.ref).sort()).toEqual([
      'ml-platform/workload/dev/gauge',
      'ml-platform/workload/dev/gazelle',
    ]);
  });

  it('opens nothing when a workload is removed while its form is open', async () => {
    const before = (await portal.git('rev-parse', 'main')).trim();
    const text = await portal.git('show', `main:${workloadsFile}`);
    await portal.commit(
      workloadsFile,
      text.replace(/ {4}\{ # small on purpose[^]*?\n {4}\},\n/, ''),
    );
    await expect(
      run(
        workloadRequest({
          name: 'nightly-eval',
          namespace: 'mlops',
          serviceAccount: 'nightly-eval',
          createNamespace: false,
          s3Access: { bucketArns: ['arn:aws:s3:::acme-eval-results-dev'] },
        }),
        { input: { expectedDigest: 'previewed', expectedCommit: before } },
      ),
    ).rejects.toThrow(
      /no longer the one that was previewed[^]*irsa-ml-workloads\/terragrunt\.hcl/,
    );
    expect(await portal.branches()).toEqual(['main']);
  });

  it('says so when an environment is removed while a form is open', async () => {
    await portal.commit('env/dev/env.yaml', undefined);
    await expect(run(workloadRequest())).rejects.toThrow(
      /there is no environment "dev".*There are: prod/,
    );
    expect(await portal.branches()).toEqual(['main']);
  });

  it('has nothing to do when what is to be removed is gone already', async () => {
    const remove = () =>
      runAction(
        portal,
        {
          repository: 'ml-infra',
          environment: 'dev',
          kind: 'workload',
          name: 'nightly-eval',
        },
        {},
        createProposeRemovalAction,
      );
    const { output } = await remove();
    await portal.api('PUT', `/pulls/${output.pullRequestNumber}/merge`, {});
    const again = await remove().catch(error => error);
    expect(again.output?.outcome ?? again.message).toMatch(
      /unchanged|There is no workload/,
    );
    expect(await portal.pulls()).toEqual([]);
  });
});
