import { MemorySnapshot } from '../snapshot';
import { planContext } from '../workload/__testUtils__/repositories';
import { planWorkload } from '../workload/planWorkload';
import { listEnvironments } from './listEnvironments';

describe('half-finished environments', () => {
  const UNIT = 'env/dev/aws/irsa-ml-workloads/terragrunt.hcl';
  const context = planContext();
  const request = {
    repository: 'ml-infra',
    environment: 'dev',
    name: 'fraud',
    namespace: 'fraud',
    serviceAccount: 'fraud',
    createNamespace: true,
    createServiceAccount: true,
    s3Access: { bucketArns: ['arn:aws:s3:::acme-fraud'] },
  };

  it('names the unit that an environment of env.yaml alone lacks', async () => {
    const snapshot = new MemorySnapshot({
      'env/dev/env.yaml': 'region: eu-west-2\n',
    });
    await expect(planWorkload(request, snapshot, context)).rejects.toThrow(
      `There is no file ${UNIT}`,
    );
    expect(await listEnvironments(snapshot, context.repository)).toMatchObject([
      { name: 'dev', problem: expect.stringContaining(UNIT) },
    ]);
  });

  it.each([
    ['no inputs', 'include {\n  path = find_in_parent_folders()\n}\n'],
    ['empty inputs', 'inputs = {}\n'],
    ['inputs without the list', 'inputs = {\n  environment = "dev"\n}\n'],
    ['an empty list', 'inputs = {\n  workloads = []\n}\n'],
    ['nothing at all', ''],
    ['nothing but a comment', '# to be done\n'],
  ])('fills in a unit with %s', async (_, text) => {
    const snapshot = new MemorySnapshot({
      'env/dev/env.yaml': 'region: eu-west-2\naws_account_id: "111122223333"\n',
      [UNIT]: text,
    });
    expect(await listEnvironments(snapshot, context.repository)).toMatchObject([
      { name: 'dev', workloads: [] },
    ]);
    const plan = await planWorkload(request, snapshot, context);
    const [file] = plan.files;
    expect(file).toMatchObject({ path: UNIT, before: text });
    for (const line of text
      .split('\n')
      .filter(each => /^[i#].*[^{}]$/.test(each))) {
      expect(file.after).toContain(line);
    }
    const after = new MemorySnapshot({
      'env/dev/env.yaml': '',
      [UNIT]: file.after!,
    });
    expect(await listEnvironments(after, context.repository)).toMatchObject([
      { workloads: [{ name: 'fraud', namespace: 'fraud' }] },
    ]);
  });

  it.each([
    ['is missing', undefined],
    ['is empty', ''],
    ['has placeholders', 'region: <region>\naws_account_id: TODO\n'],
    ['is a list', '- region\n'],
  ])('plans without knowing where, when env.yaml %s', async (_, text) => {
    const repository = {
      ...context.repository,
      layout: {
        ...context.repository.layout,
        environments: 'env/*/aws/irsa-ml-workloads/terragrunt.hcl',
      },
    };
    const snapshot = new MemorySnapshot({
      ...(text !== undefined && { 'env/dev/env.yaml': text }),
      [UNIT]: 'inputs = {\n  workloads = []\n}\n',
    });
    const plan = await planWorkload(request, snapshot, {
      ...context,
      repository,
    });
    expect(plan.operation).toBe('create');
    expect(plan.findings.map(each => each.severity)).not.toContain('error');
    const [environment] = await listEnvironments(snapshot, repository);
    expect(environment.problem).toBeUndefined();
    expect([environment.region, environment.accountId]).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('names the module block that a Terraform file lacks', async () => {
    const repository = {
      ...context.repository,
      layout: {
        ...context.repository.layout,
        workloads: {
          file: 'env/{environment}/workloads.tf',
          attribute: 'module.irsa_ml_workloads.workloads',
        },
      },
    };
    const snapshot = new MemorySnapshot({
      'env/dev/env.yaml': 'region: eu-west-2\n',
      'env/dev/workloads.tf': 'module "other" {\n  source = "./x"\n}\n',
    });
    await expect(
      planWorkload(request, snapshot, { ...context, repository }),
    ).rejects.toThrow(
      /env\/dev\/workloads\.tf has no module\.irsa_ml_workloads.*layout\.workloads/,
    );
  });
});
