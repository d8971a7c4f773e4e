import { formatProblems } from '../Problem';
import { checkCalls } from './checkCalls';
import { checkReferences } from './checkReferences';
import { checkShape } from './checkShape';
import { readModules } from './readModules';

const INNER = `variable "name" {
  description = "Its name."
  type        = string
}

output "arn" {
  description = "Its ARN."
  value       = var.name
}
`;

const VERSIONS = `terraform {
  required_version = ">= 1.11"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.9"
    }
  }
}
`;

async function problemsOf(outer: string, versions = VERSIONS) {
  const modules = await readModules(
    new Map([
      ['modules/outer/main.tf', outer],
      ['modules/outer/versions.tf', versions],
      ['modules/outer/inner/main.tf', INNER],
      ['modules/outer/tests/setup/main.tf', 'variable "ignored" {}'],
    ]),
  );
  const module = modules.get('outer')!;
  expect([...modules.keys()]).toEqual(['outer', 'outer/inner']);
  return formatProblems([
    ...checkCalls(module, modules),
    ...checkReferences(module),
    ...checkShape(module),
  ]);
}

const call = (body: string, rest = '') =>
  `module "inner" {\n${body}\n}\n${rest}`;
const GOOD = '  source = "./inner"\n  name   = "a"';

describe('modules', () => {
  it('may call each other, once or for each of a map', async () => {
    expect(
      await problemsOf(
        `${call(GOOD, 'locals {\n  arn = module.inner.arn\n}\n')}
module "each" {
  source   = "./inner"
  for_each = toset(["a"])
  name     = each.key
}
output "arns" {
  description = "ARNs by name."
  value = { one = module.each["a"].arn, all = [for x in module.each : x.arn], first = local.arn }
}
`,
      ),
    ).toEqual([]);
  });

  it.each<[string, string, string]>([
    [
      'an argument that the called module does not know',
      call(`${GOOD}\n  nmae = "b"`),
      'module "inner" gives nmae, which modules/outer/inner has no variable for',
    ],
    [
      'an argument that the called module needs',
      call('  source = "./inner"'),
      'module "inner" lacks name, which modules/outer/inner needs',
    ],
    [
      'an argument of another type',
      call('  source = "./inner"\n  name = {}'),
      'module "inner": name is to be a string, not an object',
    ],
    [
      'an output that the called module does not have',
      call(GOOD, 'locals {\n  id = module.inner.id\n}\n'),
      'modules/outer/main.tf:6: module.inner.id: modules/outer/inner has no such output',
    ],
    [
      'a module that is not there',
      call('  source = "../other"'),
      'modules/other does not exist',
    ],
    [
      'a module from elsewhere',
      call('  source = "terraform-aws-modules/vpc/aws"'),
      'module "inner" comes from elsewhere',
    ],
    [
      'a variable that is not declared',
      'locals {\n  a = var.name\n}\n',
      'modules/outer/main.tf:2: var.name is not declared',
    ],
    [
      'a local that is not declared',
      'output "a" {\n  description = "A."\n  value = "x-${local.name}"\n}\n',
      'modules/outer/main.tf:3: local.name is not declared',
    ],
    [
      'a variable that is never used',
      'variable "a" {\n  description = "A."\n  type = string\n}\n',
      'variable a is declared and never used',
    ],
    [
      'a variable without description',
      'variable "a" {\n  type = string\n}\n',
      'a has no description',
    ],
    [
      'a variable without type',
      'variable "a" {\n  description = "A."\n}\n',
      'variable a has no type of its own',
    ],
    [
      'a provider that it does not require',
      'resource "helm_release" "a" {}\n',
      'provider helm is used and not among required_providers',
    ],
  ])('are reported for %s', async (_, outer, message) => {
    expect((await problemsOf(outer)).join('\n')).toContain(message);
  });

  it.each<[string, string, string]>([
    ['"~> 6.9"', '"~> 5.0"', 'provider aws is hashicorp/aws ~> 5.0'],
    ['"~> 6.9"', '">= 6.9"', 'provider aws is hashicorp/aws >= 6.9'],
    ['">= 1.11"', '">= 1.5"', 'required_version is to be ">= 1.11"'],
  ])('are reported for %s written %s', async (before, after, message) => {
    const problems = await problemsOf('', VERSIONS.replace(before, after));
    expect(problems.join('\n')).toContain(message);
  });
});
