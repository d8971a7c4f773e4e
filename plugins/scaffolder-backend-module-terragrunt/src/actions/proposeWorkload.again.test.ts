import { JsonObject } from '@backstage/types';
import { runAction, RunOptions } from '../__testUtils__/ActionRunner';
import { SandboxPortal, workloadRequest } from '../__testUtils__/portal';

const workloadsFile = 'env/dev/aws/irsa-ml-workloads/terragrunt.hcl';

describe('terragrunt:workload:propose, run again', () => {
  let portal: SandboxPortal;
  const run = (request: JsonObject, options?: RunOptions) =>
    runAction(portal, request, options);

  beforeEach(async () => {
    portal = await SandboxPortal.start();
  });

  afterEach(async () => {
    await portal.stop();
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
});
