import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { readMlPlatformConfig } from '@ml-platform/plugin-terragrunt-node';
import { parse } from 'yaml';
import { SandboxPortal } from '../__testUtils__/portal';
import { readScaffolderSettings } from '../readScaffolderSettings';
import { createProposeRemovalAction } from './proposeRemoval';
import { createProposeToolAction } from './proposeTool';
import { examples } from './proposeTool.examples';

const unitOf = (tool: string) => `env/tools/platform/${tool}/terragrunt.hcl`;

/** An environment of its own, so that what the sandbox begins with does not matter. */
const FILES: Record<string, string> = {
  'env/tools/env.yaml':
    'environment: tools\nproject: mlops\nregion: eu-west-2\naws_account_id: "111122223333"\n',
  'env/tools/aws/vpc/terragrunt.hcl': 'inputs = {}\n',
  'env/tools/aws/eks/terragrunt.hcl': 'inputs = {}\n',
  'root.hcl': 'locals {}\n',
  'kubernetes.hcl': 'locals {}\n',
  'modules/platform/mlflow/main.tf': '\n',
  'modules/platform/jupyterhub/main.tf': '\n',
};

const REQUEST = {
  repository: 'ml-infra',
  environment: 'tools',
  tool: 'mlflow',
  answers: { domainName: 'ml.acme.example' },
};

describe('terragrunt:tool:propose', () => {
  let portal: SandboxPortal;

  beforeEach(async () => {
    portal = await SandboxPortal.start();
    await portal.api('DELETE', '/branches/main/protection');
    const present = await portal.git('ls-tree', '-r', '--name-only', 'main');
    for (const [path, content] of Object.entries(FILES)) {
      if (!present.split('\n').includes(path)) {
        await portal.api('PUT', `/contents/${path}`, {
          message: 'By hand',
          branch: 'main',
          content: Buffer.from(content).toString('base64'),
        });
      }
    }
  });

  afterEach(async () => {
    await portal.stop();
  });

  async function run(
    input: any,
    create: typeof createProposeToolAction = createProposeToolAction,
  ) {
    const config = new ConfigReader(portal.config());
    const action = create({
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

  const merge = (number: number) =>
    portal.api('PUT', `/pulls/${number}/merge`, {});

  const steps = examples.map(({ description, example }): [string, any] => [
    description!,
    parse(example).steps[0],
  ]);

  it.each(steps)('%s: opens a pull request', async (_description, step) => {
    expect(step).toMatchObject({ action: 'terragrunt:tool:propose' });
    // What the scaffolder makes of the expressions in the examples.
    const rendered: Record<string, unknown> = {
      '${{ parameters }}': REQUEST,
      '${{ parameters.request }}': REQUEST,
      '${{ secrets.USER_OAUTH_TOKEN }}': portal.sandbox.tokenFor('dana'),
      '${{ parameters.previewDigest }}': undefined,
      '${{ parameters.previewCommit }}': undefined,
      dev: 'tools',
    };
    const input = JSON.parse(JSON.stringify(step.input), (_key, value) =>
      typeof value === 'string' && value in rendered ? rendered[value] : value,
    );
    const output = await run(input);
    const { tool, draft } = input.request;

    expect(output).toMatchObject({
      outcome: 'created',
      branchName: `ml-platform/tool/tools/${tool}`,
      entityRef: `component:default/tools-tool-${tool}`,
    });
    const pull = await portal.api('GET', `/pulls/${output.pullRequestNumber}`);
    expect(pull).toMatchObject({
      title: `Add ${output.toolTitle} to tools`,
      draft: draft ?? false,
    });
    const files = await portal.git(
      'diff',
      '--name-status',
      `main...${output.branchName}`,
    );
    expect(files.trim().split('\n').sort()).toEqual([
      `A\t${`env/tools/catalog/tool-${tool}.yaml`}`,
      `A\t${unitOf(tool)}`,
    ]);
    expect(await run(input)).toMatchObject({
      outcome: 'unchanged',
      pullRequestNumber: output.pullRequestNumber,
    });
  });

  it('adds, finds nothing to do, changes and removes, one merge after the other', async () => {
    const added = await run({ request: REQUEST });
    const { body } = await portal.api(
      'GET',
      `/pulls/${added.pullRequestNumber}`,
    );
    expect(body).toContain('S3 bucket mlops-tools-mlflow-artifacts');
    expect(body).toContain('PostgreSQL database of RDS');
    await merge(added.pullRequestNumber);
    expect((await run({ request: REQUEST })).outcome).toBe('unchanged');

    const answers = { rdsInstanceClass: 'db.m7g.large' };
    await expect(run({ request: { ...REQUEST, answers } })).rejects.toThrow(
      /is declared in tools already/,
    );
    const changed = await run({
      request: { ...REQUEST, intent: 'change', answers },
    });
    const diff = await portal.git('diff', `main...${changed.branchName}`);
    expect(diff.split('\n').filter(line => /^[+-](?![+-])/.test(line))).toEqual(
      ['+  rds_instance_class          = "db.m7g.large"'],
    );
    await merge(changed.pullRequestNumber);

    const removed = await run(
      {
        request: {
          repository: 'ml-infra',
          environment: 'tools',
          kind: 'tool',
          name: 'mlflow',
        },
      },
      createProposeRemovalAction,
    );
    expect(removed.outcome).toBe('created');
    const files = await portal.git(
      'diff',
      '--name-status',
      `main...${removed.branchName}`,
    );
    expect(files.trim().split('\n').sort()).toEqual([
      'D\tenv/tools/catalog/tool-mlflow.yaml',
      `D\t${unitOf('mlflow')}`,
    ]);
    await merge(removed.pullRequestNumber);
    expect(
      await portal.git('ls-tree', '-r', '--name-only', 'main', 'env/tools'),
    ).not.toContain('mlflow');
  });

  it.each<[string, object, RegExp]>([
    [
      'a tool that there is not',
      { tool: 'nothing' },
      /"nothing" is not a tool; choose among helm-releases/,
    ],
    ['a tool without a domain', { answers: {} }, /needs an answer to "Domain"/],
    [
      'a secret that is typed',
      {
        answers: {
          ...REQUEST.answers,
          rdsPasswordSecretName: 'wJalrXUtnFEMIxK7MDENGxbPxRfiCYEXAMPLEKEY',
        },
      },
      /asks for the name of a secret/,
    ],
  ])('refuses %s and opens nothing', async (_, changes, message) => {
    const attempt = run({ request: { ...REQUEST, ...changes } });
    await expect(attempt).rejects.toThrow(message);
    await expect(attempt).rejects.not.toThrow(/wJalrXUtnFEMI/);
    expect(await portal.pulls()).toEqual([]);
    expect(await portal.branches()).not.toContainEqual(
      expect.stringMatching(/tool\//),
    );
  });
});
