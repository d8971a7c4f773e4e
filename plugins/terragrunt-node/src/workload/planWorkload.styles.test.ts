import { parse as parseYaml } from 'yaml';
import {
  devRepository,
  hclData,
  lineDiff,
  merged,
  MLFLOW,
  planContext,
  textAfter,
  UNIT,
  VLLM,
} from './__testUtils__/repositories';
import { MemorySnapshot } from '../snapshot';
import { PlanContext } from '../plan/PlanContext';
import { planWorkload } from './planWorkload';

const FEAST = `{
      name            = "feast"
      namespace       = "features"
      service_account = "feast"
      dynamodb_access = { table_arns = ["arn:aws:dynamodb:eu-west-2:123456789012:table/feast"] }
    }`;
const ENTRY = {
  name: 'vllm',
  namespace: 'inference',
  service_account: 'vllm',
  create_namespace: false,
  create_service_account: true,
  s3_access: { bucket_arns: ['arn:aws:s3:::model-storage'], read_only: true },
};

interface Style {
  files: Record<string, string>;
  /** The file that changes; the unit by default. */
  file?: string;
  context?: PlanContext;
  /** What makes the entries in the changed file. */
  entries(text: string): Promise<unknown>;
}

const unit = (text: string) => ({ [UNIT]: text });

const STYLES: Record<string, Style> = {
  'a literal list': {
    files: unit(`inputs = {\n  workloads = [\n    ${FEAST},\n  ]\n}\n`),
    entries: async text => (await hclData(text)).inputs.workloads,
  },
  'a list on one line': {
    files: unit('inputs = { workloads = [{ name = "feast" }] }\n'),
    entries: async text => (await hclData(text)).inputs.workloads,
  },
  'JSON-like objects with Windows line ends': {
    files: unit(
      'inputs = {\r\n  "workloads": [\r\n    {\r\n      "name": "feast",\r\n      "namespace": "features"\r\n    }\r\n  ]\r\n}\r\n',
    ),
    entries: async text => (await hclData(text)).inputs.workloads,
  },
  'a missing list': {
    files: unit('inputs = {\n  environment = "dev"\n}\n'),
    entries: async text => (await hclData(text)).inputs.workloads,
  },
  'missing inputs': {
    files: unit(
      'include "root" {\n  path = find_in_parent_folders("root.hcl")\n}\n',
    ),
    entries: async text => (await hclData(text)).inputs.workloads,
  },
  'an empty unit': {
    files: unit(''),
    entries: async text => (await hclData(text)).inputs.workloads,
  },
  'a local': {
    files: unit(
      `locals {\n  all = [\n    ${FEAST}\n  ]\n}\n\ninputs = {\n  workloads = local.all\n}\n`,
    ),
    entries: async text => (await hclData(text)).locals[0].all,
  },
  'concat of a local and a literal': {
    files: unit(
      `locals {\n  base = [\n    ${FEAST}\n  ]\n}\n\ninputs = {\n  workloads = concat(local.base, [\n    { name = "triton" },\n  ])\n}\n`,
    ),
    entries: async text => {
      const [, list] = /concat\(local\.base, (\[[\s\S]*\])\)/.exec(text)!;
      return (await hclData(`list = ${list}\n`)).list;
    },
  },
  'inputs by merge': {
    files: unit(
      `inputs = merge(local.common, {\n  workloads = [\n    ${FEAST},\n  ]\n})\n\nlocals {\n  common = { environment = "dev" }\n}\n`,
    ),
    entries: async text => {
      const [, map] = /merge\(local\.common, (\{[\s\S]*\n\})\)/.exec(text)!;
      return (await hclData(`map = ${map}\n`)).map.workloads;
    },
  },
  'a YAML file': {
    files: {
      ...unit(
        'inputs = {\n  workloads = yamldecode(file("workloads.yaml"))\n}\n',
      ),
      'env/dev/aws/irsa-ml-workloads/workloads.yaml':
        '# Kept by hand\n- name: feast # first\n  namespace: features\n  service_account: feast\n',
    },
    file: 'env/dev/aws/irsa-ml-workloads/workloads.yaml',
    entries: async text => parseYaml(text),
  },
  'a key of a YAML file': {
    files: {
      ...unit(
        'locals {\n  data = yamldecode(file("${get_terragrunt_dir()}/../../data.yaml"))\n}\n\ninputs = {\n  workloads = local.data.workloads\n}\n',
      ),
      'env/dev/data.yaml':
        'owner: "ml" # quoted\nworkloads:\n  - name: feast\n    namespace: features\n',
    },
    file: 'env/dev/data.yaml',
    entries: async text => parseYaml(text).workloads,
  },
  'a module of Terraform': {
    files: {
      'infra/dev/main.tf': `module "ml_workloads" {\n  source = "../../modules/iam/irsa_ml_workloads"\n\n  environment = "dev"\n  workloads = [\n    ${FEAST}\n  ]\n}\n`,
    },
    file: 'infra/dev/main.tf',
    context: planContext({
      workloads: {
        file: 'infra/{environment}/main.tf',
        attribute: 'module.ml_workloads.workloads',
      },
    }),
    entries: async text =>
      (await hclData(text)).module.ml_workloads[0].workloads,
  },
  'values of a stack': {
    files: {
      'env/dev/terragrunt.stack.hcl': `unit "irsa" {\n  source = "../../units/irsa"\n  path   = "irsa"\n\n  values = {\n    workloads = [\n    ${FEAST}\n    ]\n  }\n}\n`,
    },
    file: 'env/dev/terragrunt.stack.hcl',
    context: planContext({
      workloads: {
        file: 'env/{environment}/terragrunt.stack.hcl',
        attribute: 'unit.irsa.values.workloads',
      },
    }),
    entries: async text => (await hclData(text)).unit.irsa[0].values.workloads,
  },
};

describe.each(Object.entries(STYLES))('planWorkload on %s', (_, style) => {
  const snapshot = devRepository(style.files);
  const context = style.context ?? planContext();
  const file = style.file ?? UNIT;

  it('adds the workload and leaves all other lines', async () => {
    const plan = await planWorkload(VLLM, snapshot, context);
    const before = (await snapshot.readText(file)) ?? '';
    const after = textAfter(plan, file);
    const entries = (await style.entries(after)) as unknown[];

    expect(plan.operation).toBe('create');
    expect(entries[entries.length - 1]).toEqual(ENTRY);
    expect(plan.files.map(({ path }) => path)).toEqual([
      file,
      'env/dev/catalog/workload-vllm.yaml',
    ]);
    for (const line of before.split('\n')) {
      expect(after).toContain(line.trim().replace(/[\],} ]*$/, ''));
    }
  });

  it('finds the workload again, and changes the one attribute that differs', async () => {
    const first = await planWorkload(VLLM, snapshot, context);
    const after = merged(snapshot, first);
    const again = await planWorkload(VLLM, after, context);
    const changed = await planWorkload(
      { ...VLLM, s3Access: { bucketArns: ['model-storage'], readOnly: false } },
      after,
      context,
    );

    expect(again).toMatchObject({ operation: 'none', files: [] });
    expect(changed.operation).toBe('change');
    const [{ before = '', after: text = '' }] = changed.files;
    const diff = lineDiff(before, text);
    expect(diff).toHaveLength(2);
    expect(diff[0].slice(1).replace(/(read_only\W+)true/, '$1false')).toBe(
      diff[1].slice(1),
    );
  });
});

describe('planWorkload on other places', () => {
  it('says when it makes the list', async () => {
    const plan = await planWorkload(
      VLLM,
      devRepository(unit('inputs = {}\n')),
      planContext(),
    );

    expect(plan.findings).toContainEqual(
      expect.objectContaining({ id: 'list-created', severity: 'info' }),
    );
  });

  it('does not make a block that is missing', async () => {
    const context = planContext({
      workloads: { file: 'main.tf', attribute: 'module.ml.workloads' },
    });

    await expect(
      planWorkload(VLLM, devRepository({ 'main.tf': '# empty\n' }), context),
    ).rejects.toThrow(
      'main.tf has no module.ml, which should hold the list of workloads. Add it',
    );
  });

  it('does not add to what an expression makes', async () => {
    await expect(
      planWorkload(
        VLLM,
        devRepository(
          unit(
            'locals {\n  common = {}\n}\n\ninputs = merge(local.common, { a = 1 })\n',
          ),
        ),
        planContext(),
      ),
    ).rejects.toThrow(/terragrunt.hcl:5: cannot follow "merge\(local.common/);
  });

  it('writes into a map by name', async () => {
    const plan = await planWorkload(
      VLLM,
      devRepository(
        unit(
          'inputs = {\n  workloads = {\n    feast = { namespace = "features" }\n  }\n}\n',
        ),
      ),
      planContext(),
    );
    const { name, ...rest } = ENTRY;

    expect((await hclData(textAfter(plan, UNIT))).inputs.workloads).toEqual({
      feast: { namespace: 'features' },
      [name]: rest,
    });
  });

  it('reads variables in HCL, and other keys', async () => {
    const context = planContext({
      environments: 'live/*/account.hcl',
      environmentFile: 'live/{environment}/account.hcl',
      workloads: {
        file: 'live/{environment}/irsa/terragrunt.hcl',
        attribute: 'inputs.workloads',
      },
    });
    context.repository.environmentKeys = {
      environment: 'environment',
      region: 'locals.aws_region',
      account: 'locals.account_id',
      project: 'locals.project',
      cluster: 'locals.eks.name',
      domain: 'domain_name',
    };
    const plan = await planWorkload(
      {
        ...VLLM,
        s3Access: { bucketArns: ['model-storage'] },
        dynamodbAccess: { tableArns: ['features'] },
      },
      new MemorySnapshot({
        'live/dev/account.hcl':
          'locals {\n  aws_region = "us-gov-west-1"\n  account_id = "123456789012"\n  eks = { name = "gov" }\n}\n',
        'live/dev/irsa/terragrunt.hcl':
          'inputs = {\n  environment     = "development"\n  oidc_issuer_url = "https://oidc.example/id/1"\n  workloads       = []\n}\n',
      }),
      context,
    );

    expect(plan.access[0].sentence).toContain('of cluster gov');
    expect(plan.access[0].policy).toMatchObject({
      Statement: [
        {
          Principal: {
            Federated:
              'arn:aws-us-gov:iam::123456789012:oidc-provider/oidc.example/id/1',
          },
        },
      ],
    });
    expect(plan.access.map(({ policyName }) => policyName)).toEqual([
      undefined,
      'development-vllm-irsa-s3',
      'development-vllm-irsa-dynamodb',
    ]);
    expect(textAfter(plan, 'live/dev/irsa/terragrunt.hcl')).toContain(
      '"arn:aws-us-gov:dynamodb:us-gov-west-1:123456789012:table/features"',
    );
  });

  it('puts a workload into the sorted place among sorted ones', async () => {
    const plan = await planWorkload(
      MLFLOW,
      devRepository(
        unit(
          'inputs = {\n  workloads = [\n    { name = "feast" },\n    { name = "triton" },\n  ]\n}\n',
        ),
      ),
      planContext(),
    );

    expect(
      (await hclData(textAfter(plan, UNIT))).inputs.workloads.map(
        (workload: { name: string }) => workload.name,
      ),
    ).toEqual(['feast', 'mlflow', 'triton']);
  });
});
