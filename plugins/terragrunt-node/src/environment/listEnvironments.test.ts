import { MemorySnapshot } from '../snapshot';
import { planContext } from '../workload/__testUtils__/repositories';
import { commonFolder, layoutPath, nameInGlob } from './layoutPath';
import { listEnvironments } from './listEnvironments';

const UNIT = 'aws/irsa-ml-workloads/terragrunt.hcl';
const LIST = `inputs = {
  workloads = [
    { name = "vllm", namespace = "inference", service_account = "vllm" },
    { name = "mlflow", namespace = "mlops", service_account = "mlflow" },
    { name = "feast", namespace = local.namespace, service_account = "feast" },
    local.another,
  ]
}
`;

describe('listEnvironments', () => {
  const { repository } = planContext();

  it('says what is known of each, and what is wrong with the broken ones', async () => {
    const environments = await listEnvironments(
      new MemorySnapshot({
        'env/dev/env.yaml':
          'region: eu-west-2\naws_account_id: 012345678901\nproject: mlops\n',
        [`env/dev/${UNIT}`]: LIST,
        'env/prod/env.yaml':
          'region: cn-north-1\naws_account_id: <aws_account_id>\ncluster_name: big\nenvironment: production\nproject: ml\n',
        [`env/prod/${UNIT}`]: 'inputs = {\n  workloads = [\n}\n',
        'env/empty/env.yaml': '',
        'env/latin/env.yaml': Buffer.from('project: caf\xe9\n', 'latin1'),
        [`env/latin/${UNIT}`]: LIST,
        'env/loop/env.yaml': 'region: nowhere\n',
        [`env/loop/${UNIT}`]: 'inputs = { workloads = var.x }\n',
        'env/odd name/env.yaml': 'region: eu-west-2\n',
        'env/deep/er/env.yaml': 'region: eu-west-2\n',
        'README.md': 'hello',
      }),
      repository,
    );

    expect(environments).toEqual([
      {
        name: 'dev',
        region: 'eu-west-2',
        partition: 'aws',
        accountId: '012345678901',
        project: 'mlops',
        cluster: 'mlops-dev-cluster',
        namespaces: ['inference', 'mlops'],
        workloads: [
          { name: 'vllm', namespace: 'inference', serviceAccount: 'vllm' },
          { name: 'mlflow', namespace: 'mlops', serviceAccount: 'mlflow' },
          { name: 'feast', namespace: '', serviceAccount: 'feast' },
        ],
      },
      {
        name: 'empty',
        namespaces: [],
        workloads: [],
        problem: `There is no file env/empty/${UNIT}, which declares the workloads of empty`,
      },
      {
        name: 'latin',
        namespaces: [],
        workloads: [],
        problem: expect.stringContaining(
          'env/latin/env.yaml is not valid UTF-8',
        ),
      },
      {
        name: 'loop',
        namespaces: [],
        workloads: [],
        problem: expect.stringContaining('cannot follow "var.x"'),
      },
      {
        name: 'odd name',
        namespaces: [],
        workloads: [],
        problem: expect.stringContaining('Environment "odd name" must be'),
      },
      {
        name: 'prod',
        region: 'cn-north-1',
        partition: 'aws-cn',
        project: 'ml',
        cluster: 'big',
        namespaces: [],
        workloads: [],
        problem: expect.stringMatching(/env\/prod\/.*terragrunt.hcl:\d+:\d+: /),
      },
    ]);
  });

  it('lists none in an empty repository', async () => {
    expect(await listEnvironments(new MemorySnapshot({}), repository)).toEqual(
      [],
    );
  });

  it('fails when the host fails', async () => {
    const snapshot = new MemorySnapshot({ 'env/dev/env.yaml': 'a: 1' });
    snapshot.list = async () => {
      throw Object.assign(new Error('no rights'), { name: 'NotAllowedError' });
    };

    await expect(listEnvironments(snapshot, repository)).rejects.toThrow(
      'no rights',
    );
  });
});

describe('paths of the layout', () => {
  it.each([
    ['env/*/env.yaml', 'env/dev/env.yaml', 'dev'],
    ['env/*/env.yaml', 'env/dev/x/env.yaml', undefined],
    ['env/*/env.yaml', 'env//env.yaml', undefined],
    ['env/*/env.yaml', 'other/dev/env.yaml', undefined],
    ['live/env-*.yaml', 'live/env-dev.yaml', 'dev'],
    ['*/env.yaml', 'dev/env.yaml', 'dev'],
  ])('finds the name in %s and %s', (glob, path, name) => {
    expect(nameInGlob(glob, path)).toBe(name);
  });

  it.each([
    [['env/*/env.yaml', 'env/{environment}/x.hcl'], 'env/'],
    [['live/env-*.yaml', 'live/{environment}.hcl'], 'live/'],
    [['env/*/env.yaml', 'infra/{environment}/main.tf'], ''],
    [['a/b/*/x', 'a/b/{environment}', 'a/bc/{environment}'], 'a/'],
    [['*/env.yaml'], ''],
    [['a/*', 'main.tf'], ''],
  ])('lists for %j the folder %j', (templates, folder) => {
    expect(commonFolder(templates)).toBe(folder);
  });

  it('fills in names', () => {
    expect(
      layoutPath('env/{environment}/catalog/{kind}-{name}.yaml', {
        environment: 'dev',
        kind: 'workload',
        name: 'mlflow',
      }),
    ).toBe('env/dev/catalog/workload-mlflow.yaml');
  });
});
