import { ClusterRequest } from '@ml-platform/plugin-ml-platform-common';
import { loadHclParser } from '../hcl';
import { MemorySnapshot } from '../snapshot';
import { readPresentValues } from '../declared';
import {
  lineDiff,
  merged,
  planContext,
  textAfter,
} from '../workload/__testUtils__/repositories';
import { planCluster } from './planCluster';
import { registryRepository } from './__testUtils__/repositories';

const VARIABLES = 'env/staging/env.yaml';
const EKS = 'env/staging/aws/eks/terragrunt.hcl';

const STAGING: ClusterRequest = {
  repository: 'ml-infra',
  environment: 'staging',
  intent: 'new-environment',
  accountId: '222233334444',
  region: 'eu-west-2',
  cidrBlock: '10.155.80.0/20',
  kubernetesVersion: '1.35',
};
const CHANGE: ClusterRequest = {
  repository: 'ml-infra',
  environment: 'staging',
  intent: 'change',
};
const BATCH: ClusterRequest = {
  repository: 'ml-infra',
  environment: 'dev',
  intent: 'further-cluster',
  name: 'batch',
  vpcId: 'vpc-0a1b2c3d4e5f67890',
  subnetIds: ['subnet-0a1b2c3d4e5f67890', 'subnet-0a1b2c3d4e5f67891'],
  kubernetesVersion: '1.35',
};

const plan = (request: ClusterRequest, snapshot: MemorySnapshot) =>
  planCluster(request, snapshot, planContext());

const ids = (planned: { findings: { id: string }[] }) =>
  planned.findings.map(({ id }) => id);

/** A repository with an environment of our own modules. */
async function withStaging(
  request: Partial<ClusterRequest> = {},
): Promise<MemorySnapshot> {
  const snapshot = registryRepository();
  return merged(snapshot, await plan({ ...STAGING, ...request }, snapshot));
}

async function formOf(
  snapshot: MemorySnapshot,
  environment: string,
  name: string,
) {
  const values = await readPresentValues(snapshot, planContext().repository, {
    kind: 'cluster',
    environment,
    name,
  });
  return values as typeof values & { formData: ClusterRequest };
}

beforeAll(() => loadHclParser());

describe('a change of an environment’s cluster', () => {
  it.each<[string, Partial<ClusterRequest>]>([
    ['skeleton', {}],
    ['copy', { copyFrom: 'prod' }],
    ['environment without Ray', { ray: false, clusterAutoscaler: false }],
  ])(
    'changes nothing when the form of a %s is sent as it opened',
    async (_, request) => {
      const snapshot = await withStaging(request);
      const { formData } = await formOf(
        snapshot,
        'staging',
        'mlops-staging-cluster',
      );

      expect(formData.nodeGroups!.map(({ name }) => name).sort()).toEqual([
        'cpu',
        'gpu',
      ]);
      expect(await plan(formData, snapshot)).toMatchObject({
        operation: 'none',
        files: [],
      });
    },
  );

  it('edits one size of a group where it stands, and no other line', async () => {
    const snapshot = await withStaging();
    const { formData } = await formOf(
      snapshot,
      'staging',
      'mlops-staging-cluster',
    );
    const [cpu, gpu] = formData.nodeGroups!;
    const changed = await plan(
      {
        ...formData,
        nodeGroups: [
          { ...cpu, maxSize: 12 },
          { ...gpu, maxSize: 8, diskGiB: 300 },
        ],
      },
      snapshot,
    );

    expect(changed.files.map(({ path }) => path)).toEqual([VARIABLES]);
    const [{ before, after }] = changed.files;
    expect(lineDiff(before!, after!)).toEqual([
      '- max_size: 5',
      '- max_size: 10',
      '- disk_size: 200',
      '+ max_size: 8',
      '+ max_size: 12',
      '+ disk_size: 300',
    ]);
    expect(changed.summary.changesInPlace).toEqual(
      expect.arrayContaining([
        'node_groups.cpu.max_size changes from 10 to 12',
        'max_size changes from 5 to 8',
      ]),
    );
  });

  it('adds a group and takes one out, with the others untouched', async () => {
    const snapshot = await withStaging();
    const { formData } = await formOf(
      snapshot,
      'staging',
      'mlops-staging-cluster',
    );
    const changed = await plan(
      {
        ...formData,
        nodeGroups: [
          formData.nodeGroups![1],
          {
            name: 'training',
            instanceTypes: ['p5.48xlarge'],
            capacityType: 'ON_DEMAND',
            minSize: 0,
            desiredSize: 0,
            maxSize: 2,
          },
        ],
      },
      snapshot,
    );

    const after = textAfter(changed, VARIABLES);
    expect(after).not.toContain('  cpu:');
    expect(after).toContain('  training:');
    expect(after).toContain('nvidia-com-gpu:');
    const [before] = changed.files.map(file => file.before!);
    expect(before.split('  gpu:')[1].split('# Add-ons')[0].trim()).toBe(
      after.split('  gpu:')[1].split('  training:')[0].trim(),
    );
  });

  it('chooses another image when the instance types need it', async () => {
    const snapshot = await withStaging();
    const { formData } = await formOf(
      snapshot,
      'staging',
      'mlops-staging-cluster',
    );
    const [cpu, gpu] = formData.nodeGroups!;
    const changed = await plan(
      {
        ...formData,
        nodeGroups: [
          { ...cpu, instanceTypes: ['m7g.xlarge'], amiType: undefined },
          gpu,
        ],
      },
      snapshot,
    );

    expect(textAfter(changed, VARIABLES)).toContain('AL2023_ARM_64_STANDARD');
    expect(changed.summary.replaced).toEqual([
      'Nodes of group cpu, one after the other (ami_type)',
      'Nodes of group cpu, one after the other (instance_types)',
    ]);
  });

  it('teaches the unit to read what it did not read', async () => {
    const snapshot = (await withStaging()).with([]);
    const unit = (await snapshot.readText(EKS))!;
    const older = snapshot.with([
      {
        path: EKS,
        after: unit.replace(/^.*enable_node_termination_handler.*\n/m, ''),
      },
    ]);
    const changed = await plan(
      { ...CHANGE, nodeTerminationHandler: true },
      older,
    );

    expect(textAfter(changed, EKS)).toContain(
      'enable_node_termination_handler = try(local.env.enable_node_termination_handler, false)',
    );
    expect(ids(changed)).not.toContain('variable-not-read');
    expect(changed.summary.willExist.join()).toMatch(
      /Role and event queue of the node termination handler/,
    );
  });

  it('makes units of their own for roles where the registry’s module has none', async () => {
    const snapshot = registryRepository();
    const changed = await plan(
      {
        ...CHANGE,
        environment: 'dev',
        clusterAutoscaler: true,
        ray: true,
      },
      snapshot,
    );

    expect(changed.files.map(({ path }) => path)).toEqual([
      'env/dev/env.yaml',
      'env/dev/aws/irsa-cluster-autoscaler/terragrunt.hcl',
      'env/dev/platform/ray/terragrunt.hcl',
    ]);
    expect(textAfter(changed, 'env/dev/platform/ray/terragrunt.hcl')).toContain(
      'dependency.eks.outputs.cluster_certificate_authority_data',
    );
  });

  it('says that Ray stays when it is turned off', async () => {
    const changed = await plan({ ...CHANGE, ray: false }, await withStaging());

    expect(ids(changed)).toContain('ray-unit-stays');
    expect(textAfter(changed, VARIABLES)).toContain('enable_ray: false');
  });

  it.each<[Partial<ClusterRequest>, string[]]>([
    [{ cidrBlock: '10.200.0.0/16' }, ['network-replaced']],
    [{ availabilityZones: ['eu-west-2b', 'eu-west-2c'] }, ['network-replaced']],
    [{ region: 'eu-west-1' }, ['network-replaced']],
    [{ availabilityZones: ['eu-west-2a', 'eu-west-2b', 'eu-west-2c'] }, []],
  ])('meets %j with %j', async (change, expected) => {
    const changed = await plan({ ...CHANGE, ...change }, await withStaging());

    expect(ids(changed)).toEqual(expect.arrayContaining(expected));
    expect(changed.files.length === 0).toBe(expected.length > 0);
  });

  it('cannot take out the group that a unit of the registry’s module makes', async () => {
    const changed = await plan(
      {
        ...CHANGE,
        environment: 'prod',
        nodeGroups: [
          {
            name: 'cpu',
            instanceTypes: ['m7i.2xlarge'],
            capacityType: 'ON_DEMAND',
            minSize: 2,
            desiredSize: 3,
            maxSize: 10,
          },
        ],
      },
      registryRepository(),
    );

    expect(ids(changed)).toContain('node-group-stays');
    expect(changed.files).toEqual([]);
  });
});

describe('comments, anchors and aliases of the variables', () => {
  const YAML = `# who pays: research
project: "mlops"
region: "eu-west-2"  # London
aws_account_id: "222233334444"
cluster_name: "mlops-staging-cluster"
cidr_block: 10.155.80.0/20
availability_zones: [eu-west-2a, eu-west-2b]
kubernetes_version: "1.35"

sizes: &sizes
  min_size: 0 # scale to zero
  desired_size: 0
  max_size: 4

node_groups:
  # for batch jobs
  cpu:
    <<: *sizes
    instance_types: ["m5.xlarge"] # cheap
    ami_type: "AL2023_x86_64_STANDARD"
    capacity_type: "SPOT"
  gpu: &gpu
    instance_types: [g4dn.xlarge]
    ami_type: AL2023_x86_64_NVIDIA
    capacity_type: SPOT
    <<: *sizes
  notebooks: *gpu
`;

  async function withYaml() {
    return (await withStaging()).with([{ path: VARIABLES, after: YAML }]);
  }

  it('are read as they hold, and stay when the form is sent as it opened', async () => {
    const snapshot = await withYaml();
    const { formData } = await formOf(
      snapshot,
      'staging',
      'mlops-staging-cluster',
    );

    expect(formData.nodeGroups).toMatchObject([
      { name: 'cpu', maxSize: 4, capacityType: 'SPOT' },
      { name: 'gpu', maxSize: 4, instanceTypes: ['g4dn.xlarge'] },
      { name: 'notebooks', maxSize: 4, instanceTypes: ['g4dn.xlarge'] },
    ]);
    expect(await plan(formData, snapshot)).toMatchObject({
      operation: 'none',
    });
  });

  it('are kept when a group gets a value of its own in place of a merged one', async () => {
    const snapshot = await withYaml();
    const { formData } = await formOf(
      snapshot,
      'staging',
      'mlops-staging-cluster',
    );
    const [cpu, ...others] = formData.nodeGroups!;
    const changed = await plan(
      { ...formData, nodeGroups: [{ ...cpu, maxSize: 9 }, ...others] },
      snapshot,
    );

    expect(lineDiff(YAML, textAfter(changed, VARIABLES))).toEqual([
      '+ max_size: 9',
    ]);
  });

  it('refuse an edit behind an alias by name, and change nothing', async () => {
    const snapshot = await withYaml();
    const { formData } = await formOf(
      snapshot,
      'staging',
      'mlops-staging-cluster',
    );
    const groups = formData.nodeGroups!.map(group =>
      group.name === 'notebooks' ? { ...group, maxSize: 9 } : group,
    );

    await expect(
      plan({ ...formData, nodeGroups: groups }, snapshot),
    ).rejects.toThrow(/env\/staging\/env\.yaml.*notebooks.*anchor/s);
  });

  it('stay around a group that goes', async () => {
    const snapshot = await withYaml();
    const { formData } = await formOf(
      snapshot,
      'staging',
      'mlops-staging-cluster',
    );
    const changed = await plan(
      {
        ...formData,
        nodeGroups: formData.nodeGroups!.filter(
          ({ name }) => name !== 'notebooks',
        ),
      },
      snapshot,
    );

    expect(lineDiff(YAML, textAfter(changed, VARIABLES))).toEqual([
      '- notebooks: *gpu',
    ]);
  });
});

describe('a change of a further cluster', () => {
  const UNIT = 'env/dev/aws/eks-batch/terragrunt.hcl';

  async function withBatch() {
    const snapshot = registryRepository();
    return merged(snapshot, await plan(BATCH, snapshot));
  }

  it('opens with the values of its unit, and changes nothing as it opened', async () => {
    const snapshot = await withBatch();
    const { formData, unshown } = await formOf(
      snapshot,
      'dev',
      'mlops-dev-batch-cluster',
    );

    expect(formData).toMatchObject({
      intent: 'change',
      name: 'batch',
      kubernetesVersion: '1.35',
      vpcId: BATCH.vpcId,
      ray: true,
      clusterAutoscaler: true,
    });
    expect(unshown).toEqual([]);
    expect(await plan(formData, snapshot)).toMatchObject({
      operation: 'none',
      name: 'batch',
    });
  });

  it('changes one line of its unit', async () => {
    const snapshot = await withBatch();
    const { formData } = await formOf(
      snapshot,
      'dev',
      'mlops-dev-batch-cluster',
    );
    const [cpu, gpu] = formData.nodeGroups!;
    const changed = await plan(
      { ...formData, nodeGroups: [{ ...cpu, maxSize: 20 }, gpu] },
      snapshot,
    );

    expect(changed).toMatchObject({
      title: 'Change cluster batch in dev',
      operation: 'change',
    });
    const [{ path, before, after }] = changed.files;
    expect(path).toBe(UNIT);
    expect(lineDiff(before!, after!)).toEqual([
      expect.stringMatching(/- max_size += 10/),
      expect.stringMatching(/\+ max_size += 20/),
    ]);
  });

  it.each([
    [
      'the registry’s module',
      `terraform {
  source = "tfr:///terraform-aws-modules/eks/aws?version=21.19.0"
}

inputs = {
  name                                   = "mlops-dev-batch-cluster"
  kubernetes_version                     = "1.34"
  cloudwatch_log_group_retention_in_days = 7
  subnet_ids                             = dependency.vpc.outputs.private_subnets

  # nightly jobs
  eks_managed_node_groups = {
    cpu = {
      instance_types = ["m5.xlarge"] # cheap
      capacity_type  = "SPOT"
      min_size       = 0
      desired_size   = 0
      max_size       = 4
      block_device_mappings = {
        xvda = {
          ebs = {
            volume_size = 50
          }
        }
      }
    }
    special = {
      instance_types = local.types
      max_size       = 1
    }
  }
}
`,
      [
        '- cloudwatch_log_group_retention_in_days = 7',
        '- max_size       = 4',
        '- volume_size = 50',
        '+ cloudwatch_log_group_retention_in_days = 14',
        '+ max_size       = 6',
        '+ volume_size = 80',
      ],
    ],
    [
      'our module',
      `terraform {
  source = "\${get_repo_root()}/modules//aws/eks"
}

inputs = {
  cluster_name       = "mlops-dev-batch-cluster"
  kubernetes_version = "1.34"
  log_retention_days = 7
  subnet_ids         = dependency.vpc.outputs.private_subnet_ids

  # nightly jobs
  node_groups = {
    cpu = {
      instance_types = ["m5.xlarge"] # cheap
      capacity_type  = "SPOT"
      min_size       = 0
      desired_size   = 0
      max_size       = 4
      disk_size      = 50
    }
    special = {
      instance_types = local.types
      max_size       = 1
    }
  }
}
`,
      [
        '- log_retention_days = 7',
        '- max_size       = 4',
        '- disk_size      = 50',
        '+ log_retention_days = 14',
        '+ max_size       = 6',
        '+ disk_size      = 80',
      ],
    ],
  ])(
    'keeps the words of %s, and what expressions make',
    async (_, unit, diff) => {
      const snapshot = (await withBatch()).with([{ path: UNIT, after: unit }]);
      const { formData, unshown } = await formOf(
        snapshot,
        'dev',
        'mlops-dev-batch-cluster',
      );

      expect(formData).toMatchObject({
        kubernetesVersion: '1.34',
        logRetentionDays: 7,
        keep: ['special'],
        nodeGroups: [{ name: 'cpu', diskGiB: 50 }],
      });
      expect(unshown.map(({ source, kept }) => [source, kept])).toEqual([
        [expect.stringContaining('dependency.vpc.outputs'), true],
        ['local.types', true],
      ]);
      expect((await plan(formData, snapshot)).operation).toBe('none');
      const changed = await plan(
        {
          ...formData,
          logRetentionDays: 14,
          nodeGroups: [{ ...formData.nodeGroups![0], maxSize: 6, diskGiB: 80 }],
        },
        snapshot,
      );
      expect(lineDiff(unit, textAfter(changed, UNIT))).toEqual(diff);
    },
  );

  it('says that it is gone when it was removed while the form was open', async () => {
    const snapshot = await withBatch();
    const { formData } = await formOf(
      snapshot,
      'dev',
      'mlops-dev-batch-cluster',
    );

    await expect(plan(formData, registryRepository())).rejects.toMatchObject({
      name: 'NotFoundError',
      message: expect.stringMatching(
        /name: "dev" has no further cluster "batch".*removed meanwhile/,
      ),
    });
  });
});

describe('an environment that is not whole', () => {
  it('gets the units that it lacks when it is asked for again', async () => {
    const whole = await withStaging();
    const half = whole.with([
      { path: EKS },
      { path: 'env/staging/aws/user-profiles/terragrunt.hcl' },
    ]);
    const again = await plan(STAGING, half);

    expect(again.files.map(({ path }) => path)).toEqual([
      EKS,
      'env/staging/aws/user-profiles/terragrunt.hcl',
    ]);
    expect(textAfter(again, EKS)).toBe(await whole.readText(EKS));
  });

  it('is not changed without its unit', async () => {
    const half = (await withStaging()).with([{ path: EKS }]);
    const changed = await plan({ ...CHANGE, kubernetesVersion: '1.36' }, half);

    expect(ids(changed)).toContain('cluster-unit-missing');
    expect(changed.files).toEqual([]);
  });

  it.each([
    ['is empty', ''],
    ['has placeholders', 'region: <region>\naws_account_id: TODO\n'],
    ['has comments alone', '# to be done\n'],
  ])('is changed where it stands when env.yaml %s', async (_, text) => {
    const half = (await withStaging()).with([{ path: VARIABLES, after: text }]);
    const changed = await plan({ ...CHANGE, logRetentionDays: 30 }, half);

    expect(lineDiff(text, textAfter(changed, VARIABLES))).toEqual(
      expect.arrayContaining(['+ log_retention_days: 30']),
    );
  });

  it('says where its variables cannot be read', async () => {
    const broken = (await withStaging()).with([
      { path: VARIABLES, after: 'region: [\n' },
    ]);

    await expect(
      plan({ ...CHANGE, logRetentionDays: 30 }, broken),
    ).rejects.toThrow(/env\/staging\/env\.yaml:\d/);
  });

  it('that was removed while its form was open is said to be gone', async () => {
    const { formData } = await formOf(
      await withStaging(),
      'staging',
      'mlops-staging-cluster',
    );

    await expect(plan(formData, registryRepository())).rejects.toThrow(
      /there is no environment "staging".*dev, prod/,
    );
  });
});

describe('what new units need', () => {
  it.each([
    [
      { 'modules/aws/vpc/main.tf': undefined },
      'module-missing',
      'modules/aws/vpc',
    ],
    [{ 'modules/ray/main.tf': undefined }, 'module-missing', 'modules/ray'],
    [{ 'root.hcl': undefined }, 'included-file-missing', 'root.hcl'],
    [
      { 'kubernetes.hcl': undefined },
      'included-file-missing',
      'kubernetes.hcl',
    ],
  ])('is asked for when %j', async (files, id, part) => {
    const planned = await plan(STAGING, registryRepository(files));

    expect(planned.findings).toContainEqual(
      expect.objectContaining({
        id,
        severity: 'error',
        message: expect.stringContaining(part),
        fix: expect.stringContaining('template'),
      }),
    );
    expect(planned.files).toEqual([]);
  });

  it('is somewhere else where the configuration says so', async () => {
    const context = planContext({
      modules: 'git::https://github.com/acme/ml-modules.git//{module}?ref=v1',
      network: 'env/{environment}/network/terragrunt.hcl',
      cluster: 'env/{environment}/clusters/main/terragrunt.hcl',
    });
    const planned = await planCluster(
      STAGING,
      registryRepository({
        'modules/aws/vpc/main.tf': undefined,
        'modules/aws/eks/main.tf': undefined,
      }),
      context,
    );

    expect(
      textAfter(planned, 'env/staging/clusters/main/terragrunt.hcl'),
    ).toMatch(
      /source = "git::https:\/\/github\.com\/acme\/ml-modules\.git\/\/aws\/eks\?ref=v1"[\s\S]*config_path = "..\/..\/network"/,
    );
    expect(
      textAfter(planned, 'env/staging/aws/irsa-ml-workloads/terragrunt.hcl'),
    ).toContain('config_path = "../../clusters/main"');
  });

  it('applies itself where a workflow does, and is said to', async () => {
    const workflow = '.github/workflows/apply.yaml';
    const byHand = await plan(STAGING, registryRepository());
    const byPipeline = await plan(
      STAGING,
      registryRepository({
        '.github/workflows/plan.yaml':
          'on:\n  pull_request:\njobs: { plan: { run: terragrunt plan } }\n',
        [workflow]:
          'on:\n  push:\n    branches: [main]\njobs: { apply: { run: terragrunt apply } }\n',
      }),
    );

    expect(byHand.summary.afterMerge.join()).toContain('Run terragrunt apply');
    expect(byPipeline.summary.afterMerge.join()).toContain(workflow);
    expect(byPipeline.summary.afterMerge.join()).not.toContain(
      'Run terragrunt apply',
    );
  });
});
