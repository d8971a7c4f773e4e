import { formatProblems } from '../Problem';
import { readModules } from '../modules';
import { checkContract, compareContracts } from './checkContract';
import { checkOrigins } from './checkOrigins';
import { readContracts } from './readContracts';

const MODULE = `variable "name" {
  type = string
}

variable "groups" {
  type = map(object({
    size   = optional(number, 1) # of each
    labels = optional(map(string))
  }))
  default = {}
}

variable "token" {
  type      = string
  default   = null
  sensitive = true
}

output "arn" {
  value = "x"
}

output "token" {
  value     = var.token
  sensitive = true
}
`;

const CONTRACT = `module: x
variables:
  - name: name
    type: string
    required: true
    origin: helm-releases-module.md:12
  - name: groups
    type: map(object({ size = optional(number, 1), labels = optional(map(string)) }))
    default: {}
    origin: helm-releases-module.md:13
  - name: token
    type: string
    default: null
    sensitive: true
    origin: ours
    why: a token is named, not written
outputs:
  - name: arn
    origin: helm-releases-module.md:20
  - name: token
    sensitive: true
    origin: helm-releases-module.md:21
`;

async function problemsOf(contract: string, module = MODULE) {
  const { contracts, problems } = readContracts(
    new Map([['x.yaml', contract]]),
  );
  const modules = await readModules(new Map([['modules/x/main.tf', module]]));
  const found = contracts.get('x');
  return formatProblems([
    ...problems,
    ...(found
      ? [...checkContract(found, modules.get('x')!), ...checkOrigins(found)]
      : []),
  ]);
}

describe('contracts', () => {
  it('are kept by a module that says the same in its own form', async () => {
    expect(await problemsOf(CONTRACT)).toEqual([]);
  });

  it.each<[string, string | RegExp, string, string]>([
    [
      'another name of the module',
      'module: x',
      'module: y',
      'module is to be x, not y',
    ],
    [
      'a variable that the module lacks',
      'name: groups',
      'name: pools',
      'the module has no variable pools',
    ],
    [
      'a variable that only the module has',
      'name: groups',
      'name: pools',
      "the module's variable groups is not in its contract",
    ],
    [
      'another type',
      'optional(number, 1)',
      'optional(number, 2)',
      'variable groups: type is map(object({size = optional(number, 2), labels = optional(map(string))})) here and',
    ],
    [
      'another default',
      'default: {}',
      'default: { a: {} }',
      'variable groups: default is {"a":{}} here and {} in the module',
    ],
    [
      'a default of a required variable',
      'required: true',
      'default: a',
      'variable name: required is false here and true in the module',
    ],
    [
      'neither default nor required',
      '    required: true\n',
      '',
      'variable name is to have either a default or required: true',
    ],
    [
      'a variable that is not sensitive here',
      '    default: null\n    sensitive: true\n',
      '    default: null\n',
      'variable token: sensitive is false here and true in the module',
    ],
    [
      'an output that is not sensitive here',
      '  - name: token\n    sensitive: true\n    origin: helm',
      '  - name: token\n    origin: helm',
      'output token: sensitive is false here and true in the module',
    ],
    [
      'an output that the module lacks',
      'name: arn',
      'name: id',
      'the module has no output id',
    ],
    [
      'a variable twice',
      'name: groups',
      'name: name',
      'variable name stands here twice',
    ],
    [
      'ours without a reason',
      /^ +why:.*\n/m,
      '',
      'token: ours needs a line that says why',
    ],
    [
      'a document that is not known',
      'helm-releases-module.md:12',
      'somewhere.md:12',
      'name: origin somewhere.md:12 is to be "ours" or',
    ],
    [
      'a line beyond the end of the document',
      'helm-releases-module.md:12',
      'helm-releases-module.md:9999',
      'name: helm-releases-module.md has 345 lines, none is 9999',
    ],
    [
      'an unknown key',
      'sensitive: true',
      'sensitiv: true',
      'token: unknown sensitiv',
    ],
    ['no YAML', 'module: x', 'module: x: y', 'contracts/x.yaml: '],
  ])('report %s', async (_, before, after, message) => {
    const changed = CONTRACT.replace(before, after);
    expect(changed).not.toBe(CONTRACT);

    expect((await problemsOf(changed)).join('\n')).toContain(message);
  });

  it('and modules belong together', async () => {
    const { contracts } = readContracts(new Map([['y.yaml', CONTRACT]]));
    const modules = await readModules(new Map([['modules/x/main.tf', MODULE]]));

    expect(formatProblems(compareContracts(contracts, modules))).toEqual([
      'modules/x: contracts/x.yaml is missing',
      'contracts/y.yaml: modules/y does not exist',
    ]);
  });
});
