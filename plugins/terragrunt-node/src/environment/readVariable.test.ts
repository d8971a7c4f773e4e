import { loadHclParser } from '../hcl';
import { MemorySnapshot } from '../snapshot';
import { planContext } from '../workload/__testUtils__/repositories';
import { listEnvironments } from './listEnvironments';
import { parseVariables, readVariable } from './readVariable';

describe('variables of an environment', () => {
  beforeAll(loadHclParser);

  it.each([
    ['env.yaml', 'a: { b: x }\n', 'a.b', 'x'],
    ['env.json', '{ "a": { "b": "x" } }\n', 'a.b', 'x'],
    ['terraform.tfvars.json', '{ "a": 7 }\n', 'a', '7'],
    ['terraform.tfvars', 'a = "x"\n', 'a', 'x'],
    ['terraform.tfvars', 'a = 12\n', 'a', '12'],
    ['env.hcl', 'locals {\n  a = "x"\n}\n', 'locals.a', 'x'],
    ['env.hcl', 'locals {\n  a = "x"\n}\n', 'a', 'x'],
    ['env.hcl', 'locals {\n  a = { b = "x" }\n}\n', 'a.b', 'x'],
    ['env.hcl', 'locals {\n  a = local.b\n  b = "x"\n}\n', 'a', 'x'],
    ['env.hcl', 'locals {\n  a = "${local.b}-c"\n  b = "x"\n}\n', 'a', 'x-c'],
    ['env.hcl', 'locals {\n  a = local.b.c\n  b = { c = "x" }\n}\n', 'a', 'x'],
    [
      'main.tf',
      'variable "region" {\n  default = "x"\n}\n',
      'variable.region.default',
      'x',
    ],
    ['env.hcl', 'locals {\n  a = local.a\n}\n', 'a', undefined],
    ['env.hcl', 'locals {\n  a = "${local.b}-c"\n}\n', 'a', undefined],
    ['env.hcl', 'locals {\n  a = get_env("A")\n}\n', 'a', undefined],
    ['env.hcl', 'locals {\n  a = "x-${var.b}"\n}\n', 'a', undefined],
    ['env.hcl', 'locals {\n  a = ["x"]\n}\n', 'a', undefined],
    ['env.hcl', '', 'a', undefined],
    ['env.yaml', '', 'a', undefined],
  ])('reads %s, %j: %s is %j', (file, text, key, value) => {
    expect(readVariable(parseVariables(file, text), key.split('.'))).toBe(
      value,
    );
  });

  it('names the file of several that is broken', async () => {
    const { repository } = planContext();
    const environments = await listEnvironments(
      new MemorySnapshot({
        'live/dev/env.hcl': 'locals {\n  region = "eu-west-2"\n}\n',
        'live/dev/account.hcl': 'locals {\n  id = \n}\n',
        'live/dev/w.hcl': 'inputs = { workloads = [] }\n',
      }),
      {
        ...repository,
        layout: {
          ...repository.layout,
          environments: 'live/*/env.hcl',
          environmentFile: 'live/{environment}/env.hcl',
          workloads: {
            file: 'live/{environment}/w.hcl',
            attribute: 'inputs.workloads',
          },
        },
        environmentKeys: {
          ...repository.environmentKeys,
          account: 'live/{environment}/account.hcl#id',
        },
      },
    );
    expect(environments).toMatchObject([
      {
        name: 'dev',
        problem: expect.stringMatching(/live\/dev\/account\.hcl:2:\d+: /),
      },
    ]);
  });
});
