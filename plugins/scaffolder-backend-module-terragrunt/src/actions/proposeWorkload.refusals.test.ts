import { JsonObject } from '@backstage/types';
import { runAction, RunOptions } from '../__testUtils__/ActionRunner';
import { SandboxPortal, workloadRequest } from '../__testUtils__/portal';

const workloadsFile = 'env/dev/aws/irsa-ml-workloads/terragrunt.hcl';

describe('refusals of terragrunt:workload:propose', () => {
  let portal: SandboxPortal;
  const run = (request: JsonObject, options?: RunOptions) =>
    runAction(portal, request, options);

  beforeEach(async () => {
    portal = await SandboxPortal.start();
  });

  afterEach(async () => {
    await portal.stop();
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
});
