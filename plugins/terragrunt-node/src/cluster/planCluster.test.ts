import { format } from '@cdktn/hcl-tools';
import {
  ClusterRequest,
  shippedVersionCatalog,
} from '@ml-platform/plugin-ml-platform-common';
import { HclDocument, loadHclParser } from '../hcl';
import {
  hclData,
  lineDiff,
  merged,
  planContext,
  textAfter,
} from '../workload/__testUtils__/repositories';
import { YamlDocument } from '../yaml';
import { planCluster } from './planCluster';
import { registryRepository } from './__testUtils__/repositories';

const STAGING: ClusterRequest = {
  repository: 'ml-infra',
  environment: 'staging',
  intent: 'new-environment',
  accountId: '222233334444',
  region: 'eu-west-2',
  cidrBlock: '10.155.80.0/20',
  kubernetesVersion: '1.35',
};

const errors = (plan: { findings: { id: string; severity: string }[] }) =>
  plan.findings
    .filter(({ severity }) => severity === 'error')
    .map(({ id }) => id);

describe('planCluster', () => {
  beforeAll(() => loadHclParser());

  it('makes an environment from the skeleton, with all the variables of the seed', async () => {
    const plan = await planCluster(
      STAGING,
      registryRepository(),
      planContext(),
    );

    expect(errors(plan)).toEqual([]);
    expect(plan).toMatchObject({
      kind: 'cluster',
      operation: 'create',
      name: 'staging',
      title: 'Add environment staging with its cluster',
      entityRef: 'resource:default/mlops-staging-cluster',
    });
    expect(plan.files.map(({ path }) => path)).toEqual([
      'env/staging/env.yaml',
      'env/staging/aws/vpc/terragrunt.hcl',
      'env/staging/aws/eks/terragrunt.hcl',
      'env/staging/aws/irsa-ml-workloads/terragrunt.hcl',
      'env/staging/aws/user-profiles/terragrunt.hcl',
      'env/staging/platform/ray/terragrunt.hcl',
      'env/staging/catalog/cluster-staging.yaml',
    ]);
    const variables = YamlDocument.parse(
      textAfter(plan, 'env/staging/env.yaml'),
    ).value([]) as Record<string, unknown>;
    expect(variables).toMatchObject({
      bucket: 'tfstate-mlops-staging',
      dynamodb_table: 'terraform-state-locks',
      availability_zones: ['eu-west-2a', 'eu-west-2b'],
      aws_account_id: '222233334444',
      cidr_block: '10.155.80.0/20',
      environment: 'staging',
      profile: 'mlops-staging',
      project: 'mlops',
      region: 'eu-west-2',
      stage: 'pipeline',
      ami_type: 'AL2023_x86_64_NVIDIA',
      capacity_type: 'SPOT',
      desired_size: 0,
      kubernetes_version: '1.35',
      instance_types: ['g4dn.xlarge', 'g4dn.2xlarge'],
      max_size: 5,
      min_size: 0,
      enable_addons: false,
      addons: [],
    });
    const written = textAfter(plan, 'env/staging/env.yaml');
    expect(written).toContain(
      '# Project\navailability_zones: ["eu-west-2a", "eu-west-2b"]\n',
    );
    expect(variables.node_groups).toMatchObject({
      cpu: { instance_types: ['m5.xlarge', 'm5.2xlarge'], max_size: 10 },
      gpu: {
        disk_size: 200,
        labels: { 'ray.io/resource-type': 'gpu', 'nvidia.com/gpu': 'true' },
        taints: {
          'nvidia-com-gpu': {
            key: 'nvidia.com/gpu',
            value: 'true',
            effect: 'NO_SCHEDULE',
          },
        },
      },
    });
  });

  it('writes units that HashiCorp’s parser reads', async () => {
    const plan = await planCluster(
      { ...STAGING, nodeTerminationHandler: true },
      registryRepository(),
      planContext(),
    );
    const units = plan.files.filter(({ path }) => path.endsWith('.hcl'));

    expect(units.map(({ path }) => path)).toEqual(
      [
        'aws/vpc',
        'aws/eks',
        'aws/irsa-ml-workloads',
        'aws/user-profiles',
        'platform/ray',
      ].map(unit => `env/staging/${unit}/terragrunt.hcl`),
    );
    for (const { path, after } of units) {
      expect(() => HclDocument.parse(after!, { file: path })).not.toThrow();
      expect(await hclData(after!)).toHaveProperty('inputs');
      expect(await format(after!)).toBe(after);
    }
  });

  it('says how big the groups are and what is known of their cost', async () => {
    const plan = await planCluster(
      STAGING,
      registryRepository(),
      planContext(),
    );

    expect(plan.sizes).toMatchObject([
      { nodeGroup: 'cpu', vcpu: 4, memoryGiB: 16, gpus: 0, desired: 3 },
      { nodeGroup: 'gpu', gpus: 1, accelerator: 'NVIDIA T4', monthlyUsd: 0 },
    ]);
    expect(plan.cost).toMatchObject({
      monthlyUsd: 420.48,
      asOf: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
    });
  });

  it('changes nothing when the merged environment is asked for again', async () => {
    const snapshot = registryRepository();
    const plan = await planCluster(STAGING, snapshot, planContext());
    const again = await planCluster(
      STAGING,
      merged(snapshot, plan),
      planContext(),
    );

    expect(again).toMatchObject({ operation: 'none', files: [] });
    expect(errors(again)).toEqual([]);
  });

  it('copies an environment with its comments, without its workloads', async () => {
    const plan = await planCluster(
      { ...STAGING, copyFrom: 'prod' },
      registryRepository(),
      planContext(),
    );

    expect(errors(plan)).toEqual([]);
    const variables = textAfter(plan, 'env/staging/env.yaml');
    expect(variables).toContain(
      '# The flat sizes above are those of the GPU nodes; these are the others.',
    );
    expect(variables).toContain('cluster_name: "mlops-staging-cluster"');
    expect(
      textAfter(plan, 'env/staging/aws/irsa-ml-workloads/terragrunt.hcl'),
    ).toContain('workloads = []');
  });

  it('changes the variables that are asked for and no other line', async () => {
    const snapshot = registryRepository();
    const plan = await planCluster(
      {
        repository: 'ml-infra',
        environment: 'dev',
        intent: 'change',
        nodeGroups: [
          {
            name: 'gpu',
            instanceTypes: ['g5.xlarge'],
            capacityType: 'SPOT',
            minSize: 0,
            desiredSize: 1,
            maxSize: 6,
          },
        ],
      },
      snapshot,
      planContext(),
    );
    const [file] = plan.files;

    expect(plan).toMatchObject({ operation: 'change', name: 'dev' });
    expect(plan.files).toHaveLength(1);
    expect(lineDiff(file.before!, file.after!)).toEqual([
      '- instance_types: ["g4dn.xlarge"]',
      '- max_size: 4',
      '+ instance_types: ["g5.xlarge"]',
      '+ max_size: 6',
    ]);
    expect(errors(plan)).toEqual([]);
  });

  it('adds a further cluster in a VPC that is there, once', async () => {
    const request: ClusterRequest = {
      repository: 'ml-infra',
      environment: 'dev',
      intent: 'further-cluster',
      name: 'batch',
      vpcId: 'vpc-0a1b2c3d4e5f67890',
      subnetIds: ['subnet-0a1b2c3d4e5f67890', 'subnet-0a1b2c3d4e5f67891'],
      kubernetesVersion: '1.35',
    };
    const snapshot = registryRepository();
    const plan = await planCluster(request, snapshot, planContext());

    expect(errors(plan)).toEqual([]);
    expect(plan.files.map(({ path }) => path)).toEqual([
      'env/dev/aws/eks-batch/terragrunt.hcl',
      'env/dev/platform/ray-batch/terragrunt.hcl',
      'env/dev/catalog/cluster-batch.yaml',
    ]);
    expect(
      (await hclData(textAfter(plan, plan.files[0].path))).inputs,
    ).toMatchObject({
      cluster_name: 'mlops-dev-batch-cluster',
      vpc_id: 'vpc-0a1b2c3d4e5f67890',
    });
    const again = await planCluster(
      request,
      merged(snapshot, plan),
      planContext(),
    );
    expect(again.operation).toBe('none');
  });

  it.each([
    [{ cidrBlock: '10.155.48.0/21' }, ['cidr-overlaps']],
    [{ environment: 'dev' }, ['environment-exists']],
    [{ kubernetesVersion: '1.29' }, ['version-ended']],
    [{ availabilityZones: ['eu-west-2a'] }, ['zones-unusable']],
  ])('refuses %j by %j and changes no file', async (change, ids) => {
    const plan = await planCluster(
      { ...STAGING, ...change },
      registryRepository(),
      planContext(),
    );

    expect(errors(plan)).toEqual(expect.arrayContaining(ids));
    expect(plan.files).toEqual([]);
  });

  it.each([
    [
      { copyFrom: 'moon' },
      /copyFrom: there is no environment "moon".*dev, prod/,
    ],
    [
      { intent: 'change' as const },
      /environment: there is no environment "staging".*dev, prod/,
    ],
  ])('says what there is when %j is missing', async (change, message) => {
    await expect(
      planCluster(
        { ...STAGING, ...change },
        registryRepository(),
        planContext(),
      ),
    ).rejects.toThrow(message);
  });

  describe('goes by the versions that EKS has now', () => {
    const live = {
      asOf: '2026-11-21',
      source: 'eks:DescribeClusterVersions',
      live: true,
      versions: [
        {
          version: '1.99',
          standardUntil: '2099-01-01',
          extendedUntil: '2100-01-01',
        },
        {
          version: '1.98',
          standardUntil: '2020-01-01',
          extendedUntil: '2099-01-01',
        },
      ],
    };
    const plan = (
      changed: Partial<ClusterRequest>,
      versions?: typeof live | typeof shippedVersionCatalog,
    ) =>
      planCluster({ ...STAGING, ...changed }, registryRepository(), {
        ...planContext(),
        versions,
      });
    const told = (planned: Awaited<ReturnType<typeof plan>>) =>
      planned.findings
        .filter(({ id }) => id.startsWith('version-'))
        .map(({ message }) => message);

    it('for the default of a new cluster', async () => {
      const planned = await plan({ kubernetesVersion: undefined }, live);
      expect(
        YamlDocument.parse(textAfter(planned, 'env/staging/env.yaml')).value([
          'kubernetes_version',
        ]),
      ).toBe('1.99');
      expect(told(planned)).toEqual([]);
    });

    it.each([
      [
        '1.98',
        live,
        'Standard support for Kubernetes 1.98 ended on 2020-01-01; extended support, which costs extra, ends on 2099-01-01 (as EKS says on 2026-11-21).',
      ],
      [
        '1.35',
        live,
        'EKS does not name Kubernetes 1.35 among its versions (asked on 2026-11-21).',
      ],
      [
        '1.99',
        undefined,
        `Kubernetes 1.99 is not in the table of ${shippedVersionCatalog.asOf}, and EKS itself could not be asked.`,
      ],
    ])(
      'for what is said of %s',
      async (kubernetesVersion, versions, message) => {
        expect(told(await plan({ kubernetesVersion }, versions))).toEqual([
          message,
        ]);
      },
    );
  });
});
