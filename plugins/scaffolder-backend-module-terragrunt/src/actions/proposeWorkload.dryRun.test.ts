import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { JsonObject } from '@backstage/types';
import { runAction, RunOptions } from '../__testUtils__/ActionRunner';
import { SandboxPortal, workloadRequest } from '../__testUtils__/portal';

const workloadsFile = 'env/dev/aws/irsa-ml-workloads/terragrunt.hcl';

describe('dry runs of terragrunt:workload:propose', () => {
  let portal: SandboxPortal;
  const run = (request: JsonObject, options?: RunOptions) =>
    runAction(portal, request, options);

  beforeEach(async () => {
    portal = await SandboxPortal.start();
  });

  afterEach(async () => {
    await portal.stop();
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
});
