import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { readMlPlatformConfig } from '@ml-platform/plugin-terragrunt-node';
import { parse } from 'yaml';
import { readScaffolderSettings } from '../readScaffolderSettings';
import { SandboxPortal } from '../__testUtils__/portal';
import { createProposeClusterAction } from './proposeCluster';
import { examples } from './proposeCluster.examples';

const REQUEST = {
  repository: 'ml-infra',
  environment: 'staging',
  accountId: '222233334444',
  region: 'eu-west-2',
  cidrBlock: '10.155.80.0/20',
  kubernetesVersion: '1.35',
};

describe('examples of terragrunt:cluster:propose', () => {
  let portal: SandboxPortal;

  beforeEach(async () => {
    portal = await SandboxPortal.start();
  });

  afterEach(async () => {
    await portal.stop();
  });

  async function run(input: any) {
    const config = new ConfigReader(portal.config());
    const action = createProposeClusterAction({
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

  it.each(steps)('%s: opens one pull request', async (_description, step) => {
    expect(step).toMatchObject({ action: 'terragrunt:cluster:propose' });
    // What the scaffolder makes of the expressions in the examples.
    const rendered: Record<string, unknown> = {
      '${{ parameters }}': REQUEST,
      '${{ secrets.USER_OAUTH_TOKEN }}': portal.sandbox.tokenFor('dana'),
      '${{ parameters.previewDigest }}': undefined,
      '${{ parameters.previewCommit }}': undefined,
    };
    const input = JSON.parse(JSON.stringify(step.input), (_key, value) =>
      typeof value === 'string' && value in rendered ? rendered[value] : value,
    );
    const output = await run(input);
    const { environment, name } = input.request;
    const branch = `ml-platform/cluster/${environment}/${name ?? environment}`;

    expect(output).toMatchObject({
      outcome: 'created',
      pullRequestNumber: expect.any(Number),
    });
    const pull = await portal.api('GET', `/pulls/${output.pullRequestNumber}`);
    expect(pull).toMatchObject({
      head: { ref: branch },
      draft: input.request.draft ?? false,
    });
    expect(await run(input)).toMatchObject({
      outcome: 'unchanged',
      pullRequestNumber: output.pullRequestNumber,
    });
  });

  it('opens nothing for a network that another environment has', async () => {
    await expect(
      run({ request: { ...REQUEST, cidrBlock: '10.155.48.0/20' } }),
    ).rejects.toThrow(/10\.155\.48\.0\/20 overlaps 10\.155\.48\.0\/20 of dev/);
  });
});
