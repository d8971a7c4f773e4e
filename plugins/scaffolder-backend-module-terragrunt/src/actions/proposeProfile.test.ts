import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { readMlPlatformConfig } from '@ml-platform/plugin-terragrunt-node';
import { parse } from 'yaml';
import { readScaffolderSettings } from '../readScaffolderSettings';
import { SandboxPortal } from '../__testUtils__/portal';
import { createProposeProfileAction } from './proposeProfile';
import { examples } from './proposeProfile.examples';

const FILE = 'env/dev/aws/user-profiles/terragrunt.hcl';

const REQUEST = {
  repository: 'ml-infra',
  environment: 'dev',
  username: 'amara.silva',
  email: 'amara@acme.example',
  role: 'User',
  createAccessKey: false,
};

describe('terragrunt:profile:propose', () => {
  let portal: SandboxPortal;

  beforeEach(async () => {
    portal = await SandboxPortal.start();
  });

  afterEach(async () => {
    await portal.stop();
  });

  async function run(input: any, policy = {}) {
    const data = portal.config();
    const config = new ConfigReader({
      ...data,
      mlPlatform: { ...(data.mlPlatform as object), policy },
    });
    const action = createProposeProfileAction({
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
      user: { ref: 'user:default/dana' },
    });
    await action.handler(context as any);
    return Object.fromEntries((context.output as jest.Mock).mock.calls);
  }

  const steps = examples.map(({ description, example }): [string, any] => [
    description!,
    parse(example).steps[0],
  ]);

  it.each(steps)('%s: opens a pull request', async (_description, step) => {
    expect(step).toMatchObject({ action: 'terragrunt:profile:propose' });
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
    const { environment, username, draft } = input.request;

    expect(output).toMatchObject({
      outcome: 'created',
      pullRequestNumber: expect.any(Number),
      branchName: `ml-platform/profile/${environment}/${username}`,
      roleName: `mlplatform-access-${username.replace('.', '-')}`,
      secretName: username,
    });
    const pull = await portal.api('GET', `/pulls/${output.pullRequestNumber}`);
    expect(pull).toMatchObject({
      title: `Add user profile ${username} to ${environment}`,
      draft: draft ?? false,
    });
    const files = await portal.git(
      'diff',
      '--name-status',
      `main...${output.branchName}`,
    );
    expect(files.trim()).toBe(
      `M\tenv/${environment}/aws/user-profiles/terragrunt.hcl`,
    );
    expect(await run(input)).toMatchObject({
      outcome: 'unchanged',
      pullRequestNumber: output.pullRequestNumber,
    });
  });

  it('adds, changes while it is open, and finds nothing to do after the merge', async () => {
    const token = portal.sandbox.tokenFor('dana');
    const { pullRequestNumber, branchName } = await run({
      request: REQUEST,
      token,
    });
    const main = await portal.git('show', `main:${FILE}`);
    const added = await portal.git('diff', `main...${branchName}`, '--', FILE);
    expect(
      added.split('\n').filter(line => /^[+-](?![+-])/.test(line)),
    ).toEqual([
      '+    "amara.silva" = {',
      '+      username          = "amara.silva"',
      '+      email             = "amara@acme.example"',
      '+      role              = "User"',
      '+      create_access_key = false',
      '+    }',
    ]);
    expect(main).toContain('# User: works with SageMaker; Developer');

    const other = { ...REQUEST, email: 'amara.silva@acme.example' };
    expect(await run({ request: other, token })).toMatchObject({
      outcome: 'updated',
      pullRequestNumber,
    });
    const { body } = await portal.api('GET', `/pulls/${pullRequestNumber}`);
    expect(body).toContain('IAM role mlplatform-access-amara-silva');
    expect(body).toContain('arn:aws:iam::111122223333:user/amara-silva');

    await portal.api('PUT', `/pulls/${pullRequestNumber}/merge`, {});
    const again = await run({ request: other, token });
    expect(again.outcome).toBe('unchanged');
    expect(await portal.pulls()).toEqual([]);
  });

  it.each<[string, object, object, RegExp]>([
    ['a developer without reason', { role: 'Developer' }, {}, /no reason/],
    [
      'a foreign e-mail address',
      { email: 'amara@mail.example' },
      { emailDomains: ['acme.example'] },
      /domain that is not allowed/,
    ],
    [
      'a name that becomes the IAM name of another',
      { username: 'dana.okafor-x', email: 'x@acme.example' },
      {},
      /dana-okafor\.x/,
    ],
  ])('refuses %s and opens nothing', async (_, changes, policy, message) => {
    if (message.source.includes('dana-okafor')) {
      await portal.commit(
        FILE,
        'inputs = {\n  profiles = {\n    "dana-okafor.x" = { username = "dana-okafor.x", email = "d@acme.example", role = "User" }\n  }\n}\n',
      );
    }
    await expect(
      run({ request: { ...REQUEST, ...changes } }, policy),
    ).rejects.toThrow(message);
    expect(await portal.pulls()).toEqual([]);
    expect(await portal.branches()).not.toContainEqual(
      expect.stringMatching(/profile/),
    );
  });
});
