import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { readMlPlatformConfig } from '@ml-platform/plugin-terragrunt-node';
import { parse } from 'yaml';
import { readScaffolderSettings } from '../readScaffolderSettings';
import { SandboxPortal, workloadRequest } from '../__testUtils__/portal';
import { createProposeWorkloadAction } from './proposeWorkload';
import { examples } from './proposeWorkload.examples';

describe('examples of terragrunt:workload:propose', () => {
  let portal: SandboxPortal;

  beforeEach(async () => {
    portal = await SandboxPortal.start();
  });

  afterEach(async () => {
    await portal.stop();
  });

  async function run(input: any) {
    const config = new ConfigReader(portal.config());
    const action = createProposeWorkloadAction({
      mlPlatform: readMlPlatformConfig(config),
      integrations: ScmIntegrations.fromConfig(config),
      permissions: mockServices.permissions.mock({
        authorize: async () => [{ result: AuthorizeResult.ALLOW }],
      }),
      ...readScaffolderSettings(config),
    });
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
    expect(step).toMatchObject({ action: 'terragrunt:workload:propose' });
    // What the scaffolder makes of the expressions in the examples.
    const rendered: Record<string, unknown> = {
      '${{ parameters }}': workloadRequest(),
      '${{ parameters.request }}': workloadRequest(),
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
      title: 'Add ML workload fraud-scoring to dev',
      draft: input.request.draft ?? false,
    });
  });
});
