import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { readMlPlatformConfig } from '@ml-platform/plugin-terragrunt-node';
import { parse } from 'yaml';
import { readScaffolderSettings } from '../readScaffolderSettings';
import { SandboxPortal } from '../__testUtils__/portal';
import { createProposeWorkloadAction } from './proposeWorkload';
import { createProposeRemovalAction } from './proposeRemoval';
import { examples } from './proposeRemoval.examples';

const REQUEST = {
  repository: 'ml-infra',
  environment: 'dev',
  kind: 'workload',
  name: 'vllm',
};

describe('examples of terragrunt:removal:propose', () => {
  let portal: SandboxPortal;

  beforeEach(async () => {
    portal = await SandboxPortal.start();
  });

  afterEach(async () => {
    await portal.stop();
  });

  function options() {
    const config = new ConfigReader(portal.config());
    return {
      mlPlatform: readMlPlatformConfig(config),
      integrations: ScmIntegrations.fromConfig(config),
      permissions: mockServices.permissions.mock({
        authorize: async () => [{ result: AuthorizeResult.ALLOW }],
      }),
      ...readScaffolderSettings(config),
    };
  }

  async function run(input: any) {
    const action = createProposeRemovalAction(options());
    const context = createMockActionContext({
      input,
      workspacePath: portal.directory,
    });
    await action.handler(context as any);
    return Object.fromEntries((context.output as jest.Mock).mock.calls);
  }

  const steps = examples.map(({ description, example }): [string, any] => [
    description!,
    parse(example).steps[0],
  ]);

  it.each(steps)('%s: opens a pull request', async (_description, step) => {
    expect(step).toMatchObject({ action: 'terragrunt:removal:propose' });
    // What the scaffolder makes of the expressions in the examples.
    const rendered: Record<string, unknown> = {
      '${{ parameters }}': REQUEST,
      '${{ parameters.request }}': REQUEST,
      '${{ secrets.USER_OAUTH_TOKEN }}': portal.sandbox.tokenFor('dana'),
      '${{ parameters.previewDigest }}': undefined,
      '${{ parameters.previewCommit }}': undefined,
    };
    const input = JSON.parse(JSON.stringify(step.input), (_key, value) =>
      typeof value === 'string' && value in rendered ? rendered[value] : value,
    );
    const output = await run(input);
    expect(output).toMatchObject({
      outcome: 'created',
      pullRequestNumber: expect.any(Number),
    });
    const pull = await portal.api('GET', `/pulls/${output.pullRequestNumber}`);
    expect(pull).toMatchObject({
      title: expect.stringMatching(
        /^Remove (ML workload|user profile) .+ from dev$/,
      ),
      head: { ref: expect.stringMatching(/^ml-platform\/removal\/dev\/.+$/) },
      draft: input.request.draft ?? false,
    });
    const request = input.request;
    expect(await run(input)).toMatchObject({
      outcome: 'unchanged',
      pullRequestNumber: output.pullRequestNumber,
    });
    const branch = `ml-platform/removal/dev/${request.name}`;
    const files = await portal.git('diff', '--name-status', `main...${branch}`);
    expect(files.trim().split('\n')).toEqual(
      request.kind === 'workload'
        ? [
            'M\tenv/dev/aws/irsa-ml-workloads/terragrunt.hcl',
            `D\tenv/dev/catalog/workload-${request.name}.yaml`,
          ]
        : ['M\tenv/dev/aws/user-profiles/terragrunt.hcl'],
    );
  });

  it('stops while a change of the same workload is open', async () => {
    const workload = createProposeWorkloadAction(options());
    const context = createMockActionContext({
      input: {
        request: {
          repository: 'ml-infra',
          environment: 'dev',
          name: 'vllm',
          namespace: 'inference',
          serviceAccount: 'vllm',
          createNamespace: true,
          createServiceAccount: true,
          s3Access: { bucketArns: ['acme-other'], readOnly: true },
        },
      },
      workspacePath: portal.directory,
    });
    await workload.handler(context as any);

    await expect(run({ request: REQUEST })).rejects.toThrow(/pull request|#1/);
  });

  it('refuses a namespace that others use, and opens nothing', async () => {
    await expect(
      run({ request: { ...REQUEST, name: 'mlflow' } }),
    ).rejects.toThrow(/namespace mlops, in which workload nightly-eval of dev/);
    expect(await portal.pulls()).toEqual([]);
  });

  it('changes nothing for what is not declared', async () => {
    expect(await run({ request: { ...REQUEST, name: 'gone' } })).toMatchObject({
      outcome: 'unchanged',
      findings: [{ id: 'removal-not-found' }],
    });
    expect(await portal.pulls()).toEqual([]);
  });
});
