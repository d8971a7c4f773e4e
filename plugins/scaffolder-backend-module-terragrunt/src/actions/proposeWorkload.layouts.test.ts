import { JsonObject } from '@backstage/types';
import { runAction } from '../__testUtils__/ActionRunner';
import { SandboxPortal, workloadRequest } from '../__testUtils__/portal';

/** A workload of the default layout's tests, in another repository. */
function requestFor(
  repository: string,
  environment: string,
  changes: JsonObject = {},
): JsonObject {
  return workloadRequest({
    repository,
    environment,
    s3Access: { bucketArns: ['acme-fraud'], readOnly: true },
    ...changes,
  });
}

describe('terragrunt:workload:propose in repositories of other layouts', () => {
  let portal: SandboxPortal;

  afterEach(async () => {
    await portal.stop();
  });

  /** What a branch changes in a file: the lines with their signs. */
  async function changedLines(branch: unknown, path: string) {
    const diff = await portal.git(
      'diff',
      '--unified=0',
      'main',
      String(branch),
      '--',
      path,
    );
    return diff.split('\n').filter(line => /^[+-](?![+-])/.test(line));
  }

  it.each([
    {
      layout: 'terragrunt.hcl as root, a list in tabs',
      repository: 'ml-infra-legacy',
      environment: 'research',
      file: 'live/research/iam-ml-workloads/terragrunt.hcl',
      entity: 'catalog/research/workload-fraud-scoring.yaml',
      owner: 'amara',
      apply: 'terragrunt apply in live/research/iam-ml-workloads',
      lines: [
        '+\t\t{',
        '+\t\t\tname                   = "fraud-scoring"',
        '+\t\t\t\tbucket_arns = [',
        '+\t\t\t\t\t"arn:aws:s3:::acme-fraud"',
      ],
    },
    {
      layout: 'terragrunt.hcl as root, a map in locals',
      repository: 'ml-infra-legacy',
      environment: 'staging',
      file: 'live/staging/iam-ml-workloads/terragrunt.hcl',
      entity: 'catalog/staging/workload-fraud-scoring.yaml',
      owner: '@acme/ml-platform',
      apply: 'terragrunt apply in live/staging/iam-ml-workloads',
      lines: [
        '+        fraud-scoring = {',
        '+            namespace              = "fraud"',
      ],
    },
    {
      layout: 'plain Terraform, an attribute of a module',
      repository: 'ml-infra-terraform',
      environment: 'labs',
      file: 'environments/labs/workloads.tf',
      entity: 'catalog/labs/fraud-scoring.workload.yaml',
      owner: '@acme/ml-platform',
      apply: 'terraform apply in environments/labs',
      lines: [
        '+      name                   = "fraud-scoring"',
        '+        bucket_arns = [',
        '+          "arn:aws:s3:::acme-fraud",',
      ],
    },
    {
      layout: 'plain Terraform, locals put together in GovCloud',
      repository: 'ml-infra-terraform',
      environment: 'edge',
      file: 'environments/edge/workloads.tf',
      entity: 'catalog/edge/fraud-scoring.workload.yaml',
      owner: '@amara',
      apply: 'terraform apply in environments/edge',
      lines: [
        '-  writers = []',
        '+  writers = [',
        '+        bucket_arns = ["arn:aws-us-gov:s3:::acme-fraud"]',
      ],
    },
  ])(
    'opens a pull request that reads like the rest: $layout',
    async ({ repository, environment, file, entity, owner, apply, lines }) => {
      portal = await SandboxPortal.start(repository);
      const { output } = await runAction(
        portal,
        requestFor(repository, environment),
        { token: portal.sandbox.tokenFor('dana') },
      );

      expect(output).toMatchObject({
        outcome: 'created',
        branchName: `ml-platform/workload/${environment}/fraud-scoring`,
        entityRef: `component:default/${environment}-fraud-scoring`,
      });
      const pull = await portal.api(
        'GET',
        `/pulls/${output.pullRequestNumber}`,
      );
      expect(pull).toMatchObject({
        user: { login: 'dana' },
        changed_files: 2,
        base: { ref: 'main' },
      });
      expect(pull.body).toContain(apply);
      expect(pull.body).toContain(owner);
      const changed = await changedLines(output.branchName, file);
      expect(changed).toEqual(expect.arrayContaining(lines));
      expect(changed.filter(line => line.startsWith('-'))).toEqual(
        lines.filter(line => line.startsWith('-')),
      );
      const text = await portal.git('show', `${output.branchName}:${entity}`);
      expect(text).toContain(
        `ml-platform.io/workload: ${repository}/${environment}/fraud-scoring`,
      );
      expect(text).toContain(
        `backstage.io/source-location: url:${portal.sandbox.url}/acme/${repository}/`,
      );
    },
  );

  it.each([
    {
      repository: 'ml-infra-legacy',
      environment: 'research',
      file: 'live/research/iam-ml-workloads/terragrunt.hcl',
      changes: {
        name: 'notebooks',
        namespace: 'notebooks',
        serviceAccount: 'hub',
        createNamespace: false,
        createServiceAccount: false,
        s3Access: { bucketArns: ['acme-notebooks'], readOnly: false },
      },
      lines: [
        '-\t\t\ts3_access       = { bucket_arns = ["arn:aws:s3:::acme-notebooks"], read_only = true }',
        '+\t\t\ts3_access       = { bucket_arns = ["arn:aws:s3:::acme-notebooks"], read_only = false }',
      ],
    },
    {
      repository: 'ml-infra-legacy',
      environment: 'staging',
      file: 'live/staging/iam-ml-workloads/terragrunt.hcl',
      changes: {
        name: 'notebooks',
        namespace: 'notebooks',
        serviceAccount: 'hub',
        createNamespace: false,
        createServiceAccount: false,
        s3Access: {
          bucketArns: ['acme-notebooks-staging', 'acme-notebooks-new'],
        },
      },
      lines: [
        '-                bucket_arns = ["arn:aws:s3:::acme-notebooks-staging"]',
        '+                bucket_arns = ["arn:aws:s3:::acme-notebooks-staging", "arn:aws:s3:::acme-notebooks-new"]',
      ],
    },
    {
      repository: 'ml-infra-terraform',
      environment: 'labs',
      file: 'environments/labs/workloads.tf',
      changes: {
        name: 'labelling',
        namespace: 'labelling',
        serviceAccount: 'label-studio',
        access: ['s3', 'rds'],
        s3Access: { bucketArns: ['acme-labs-images'] },
        rdsAccess: {
          resourceId: 'db-LABS0123456789ABCDEFGHIJKL',
          username: 'labels',
        },
      },
      lines: [
        '-        username    = "label_studio"',
        '+        username    = "labels"',
      ],
    },
    {
      repository: 'ml-infra-terraform',
      environment: 'edge',
      file: 'environments/edge/workloads.tf',
      changes: {
        name: 'telemetry',
        namespace: 'telemetry',
        serviceAccount: 'reader',
        s3Access: { bucketArns: ['acme-edge-telemetry'], readOnly: false },
      },
      lines: [
        expect.stringMatching(/^-.*read_only = true/),
        expect.stringMatching(/^\+.*read_only = false/),
      ],
    },
  ])(
    'changes one line of $repository, $environment',
    async ({ repository, environment, file, changes, lines }) => {
      portal = await SandboxPortal.start(repository);
      const { output } = await runAction(
        portal,
        requestFor(repository, environment, changes),
      );
      expect(output.outcome).toBe('created');
      expect(await changedLines(output.branchName, file)).toEqual(lines);
    },
  );

  it.each([
    [
      'ml-infra-legacy',
      'canary',
      /There is no file live\/canary\/iam-ml-workloads\/terragrunt\.hcl in acme\/ml-infra-legacy.*Add the unit/,
    ],
    [
      'ml-infra-legacy',
      'shared',
      /there is no environment "shared".*There are: canary, research, staging/,
    ],
  ])(
    'says what %s lacks for %s, and leaves nothing behind',
    async (repository, environment, message) => {
      portal = await SandboxPortal.start(repository);
      await expect(
        runAction(portal, requestFor(repository, environment)),
      ).rejects.toThrow(message);
      expect(await portal.branches()).toEqual(['main']);
    },
  );
});
