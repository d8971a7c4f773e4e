import { MemorySnapshot } from '../snapshot';
import { planWorkload } from '../workload/planWorkload';
import { listEnvironments } from './listEnvironments';
import { SandboxRepositories } from './__testUtils__/sandboxRepositories';

describe('repositories of other layouts in the sandbox', () => {
  let repositories: SandboxRepositories;

  beforeAll(async () => {
    repositories = await SandboxRepositories.start();
  });

  afterAll(async () => {
    await repositories.stop();
  });

  const list = async (id: string) =>
    listEnvironments(
      await repositories.snapshot(id),
      repositories.repository(id),
    );

  it('lists environments below terragrunt.hcl, whose variables are locals of two files', async () => {
    expect(await list('ml-infra-legacy')).toEqual([
      {
        name: 'canary',
        region: 'eu-central-1',
        partition: 'aws',
        project: 'bridge',
        cluster: 'bridge-canary-cluster',
        namespaces: [],
        workloads: [],
        problem:
          'There is no file live/canary/iam-ml-workloads/terragrunt.hcl, which declares the workloads of canary',
      },
      {
        name: 'research',
        region: 'eu-central-1',
        partition: 'aws',
        accountId: '222233334444',
        project: 'bridge',
        cluster: 'bridge-research',
        namespaces: ['folding', 'notebooks'],
        workloads: [
          {
            name: 'protein-folding',
            namespace: 'folding',
            serviceAccount: 'folding',
          },
          { name: 'notebooks', namespace: 'notebooks', serviceAccount: 'hub' },
        ],
      },
      {
        name: 'staging',
        region: 'eu-central-1',
        partition: 'aws',
        accountId: '333344445555',
        project: 'bridge',
        cluster: 'bridge-staging',
        namespaces: ['notebooks'],
        workloads: [
          { name: 'notebooks', namespace: 'notebooks', serviceAccount: 'hub' },
        ],
      },
    ]);
  });

  it('lists environments of plain Terraform, whose variables are in terraform.tfvars', async () => {
    expect(await list('ml-infra-terraform')).toEqual([
      {
        name: 'edge',
        region: 'us-gov-west-1',
        partition: 'aws-us-gov',
        accountId: '777788889999',
        project: 'edge',
        cluster: 'edge-edge-cluster',
        namespaces: ['telemetry'],
        workloads: [
          {
            name: 'telemetry',
            namespace: 'telemetry',
            serviceAccount: 'reader',
          },
        ],
      },
      {
        name: 'labs',
        region: 'us-east-1',
        partition: 'aws',
        accountId: '666677778888',
        project: 'labs',
        cluster: 'labs-labs-cluster',
        namespaces: ['labelling', 'speech'],
        workloads: [
          {
            name: 'labelling',
            namespace: 'labelling',
            serviceAccount: 'label-studio',
          },
          { name: 'whisper', namespace: 'speech', serviceAccount: 'whisper' },
        ],
      },
    ]);
  });

  it.each([
    [
      'ml-infra-legacy',
      'research',
      'arn:aws:s3:::acme-fraud',
      'research-fraud-irsa',
    ],
    [
      'ml-infra-legacy',
      'staging',
      'arn:aws:s3:::acme-fraud',
      'staging-fraud-irsa',
    ],
    [
      'ml-infra-terraform',
      'labs',
      'arn:aws:s3:::acme-fraud',
      'labs-fraud-irsa',
    ],
    [
      'ml-infra-terraform',
      'edge',
      'arn:aws-us-gov:s3:::acme-fraud',
      'edge-fraud-irsa',
    ],
  ])(
    'plans a workload for %s, %s, and the same again as nothing to do',
    async (id, environment, arn, role) => {
      const repository = repositories.repository(id);
      const context = { repository, policy: repositories.mlPlatform.policy };
      const snapshot = await repositories.snapshot(id);
      const request = {
        repository: id,
        environment,
        name: 'fraud',
        namespace: 'fraud',
        serviceAccount: 'fraud',
        createNamespace: true,
        createServiceAccount: true,
        s3Access: { bucketArns: ['acme-fraud'] },
        owner: 'group:default/ml-research',
      };
      const plan = await planWorkload(request, snapshot, context);
      expect(plan.findings.filter(each => each.severity === 'error')).toEqual(
        [],
      );
      expect(plan.operation).toBe('create');
      expect(plan.files.map(file => file.path)).toEqual([
        repository.layout.workloads.file.replace('{environment}', environment),
        repository.layout.catalogEntity
          .replace('{environment}', environment)
          .replace('{kind}', 'workload')
          .replace('{name}', 'fraud'),
      ]);
      expect(plan.files[0].after).toContain(`"${arn}"`);
      expect(plan.summary.willExist.join('\n')).toContain(role);

      const merged: Record<string, string> = {};
      for (const { path } of await snapshot.list()) {
        merged[path] = (await snapshot.readText(path)) ?? '';
      }
      plan.files.forEach(({ path, after }) => {
        merged[path] = after ?? '';
      });
      const again = await planWorkload(
        request,
        new MemorySnapshot(merged, { repository: snapshot.repository }),
        context,
      );
      expect([again.operation, again.files.length]).toEqual(['none', 0]);
    },
  );

  it.each([
    ['answers 502', { status: 502 }, /answered 502; try again/],
    ['breaks off', { disconnect: true }, /could not be reached/],
    [
      'is asked too often',
      { status: 403, headers: { 'retry-after': '3600' } },
      /rate limit is used up; try again in 60 min/,
    ],
    [
      'has no requests left for this hour',
      {
        status: 403,
        headers: {
          'x-ratelimit-remaining': '0',
          'x-ratelimit-reset': '4102444800',
        },
      },
      /rate limit is used up; try again (?:in|at|after) /,
    ],
    [
      'forbids it',
      {
        status: 403,
        body: { message: 'Resource not accessible by integration' },
      },
      /Resource not accessible|may not|access/,
    ],
  ])('says so when GitHub %s while listing', async (_, fault, message) => {
    repositories.sandbox.setFault({
      method: 'GET',
      path: '/repos/acme/ml-infra-legacy/**',
      ...fault,
    });
    try {
      await expect(list('ml-infra-legacy')).rejects.toThrow(message);
    } finally {
      repositories.sandbox.clearFaults();
    }
    expect(await list('ml-infra-legacy')).toHaveLength(3);
  });
});
