import { NotFoundError } from '@backstage/errors';
import { HclPath, HclSyntaxError, UnfollowableExpressionError } from '../hcl';
import { followAttribute } from './followAttribute';

const UNIT = 'env/dev/aws/irsa/terragrunt.hcl';
const INPUTS: HclPath = ['inputs', 'workloads'];

async function follow(
  text: string,
  options: {
    attribute?: HclPath;
    file?: string;
    others?: Record<string, string>;
  } = {},
) {
  const { attribute = INPUTS, file = UNIT, others = {} } = options;
  const files: Record<string, string> = { ...others, [file]: text };
  return followAttribute({
    readText: async path => files[path],
    file,
    attribute,
  });
}

const ITEM = { name: 'a' };

describe('followAttribute', () => {
  it.each<[string, string, HclPath, HclPath]>([
    ['a literal', 'inputs = { workloads = [] }\n', INPUTS, INPUTS],
    ['parentheses', 'inputs = ({ workloads = ([]) })\n', INPUTS, INPUTS],
    [
      'an attribute of a module',
      'module "ml" {\n  workloads = []\n}\n',
      ['module', 'ml', 'workloads'],
      ['module', 'ml', 'workloads'],
    ],
    [
      'values of a unit',
      'unit "irsa" {\n  values = { workloads = [] }\n}\n',
      ['unit', 'irsa', 'values', 'workloads'],
      ['unit', 'irsa', 'values', 'workloads'],
    ],
    [
      'a local',
      'locals { list = [] }\ninputs = { workloads = local.list }\n',
      INPUTS,
      ['locals', 'list'],
    ],
    [
      'a local of a local',
      'locals {\n  a = local.b\n  b = []\n}\ninputs = { workloads = local.a }\n',
      INPUTS,
      ['locals', 'b'],
    ],
    [
      'a part of a local',
      'locals {\n  a = { "b c" = { d = [[], []] } }\n}\ninputs = { workloads = local.a["b c"].d[1] }\n',
      INPUTS,
      ['locals', 'a', 'b c', 'd', 1],
    ],
    [
      'inputs that are a local',
      'locals {\n  all = { workloads = [] }\n}\ninputs = local.all\n',
      INPUTS,
      ['locals', 'all', 'workloads'],
    ],
    [
      'inputs that are merged, the last part winning',
      'inputs = merge({ workloads = [1] }, { workloads = [2] }, { tags = {} })\n',
      INPUTS,
      ['inputs', 1, 'workloads'],
    ],
    [
      'inputs merged from a local',
      'locals {\n  base = { workloads = [] }\n}\ninputs = merge({ a = 1 }, local.base)\n',
      INPUTS,
      ['locals', 'base', 'workloads'],
    ],
    [
      'a local in the second of two blocks',
      'locals {\n  a = 1\n}\nlocals {\n  b = []\n}\ninputs = { workloads = local.b }\n',
      INPUTS,
      ['locals', 'b'],
    ],
  ])('finds %s', async (_, text, attribute, path) => {
    const targets = await follow(text, { attribute });
    expect(targets).toHaveLength(1);
    const [target] = targets;
    expect(target).toMatchObject({
      file: UNIT,
      format: 'hcl',
      path,
      kind: 'list',
    });
    const edited = target.document.insert(target.path, ITEM);
    const [again] = await follow(edited.toString(), { attribute });
    expect((again.document.value(again.path) as unknown[]).pop()).toEqual(ITEM);
  });

  it('finds every part of a concat in order', async () => {
    const targets = await follow(
      `locals {
  base = [1]
  more = concat([2], yamldecode(file("more.yaml")).list)
}
inputs = { workloads = concat(local.base, local.more, [4]) }
`,
      { others: { 'env/dev/aws/irsa/more.yaml': 'list:\n  - 3\n' } },
    );
    expect(
      targets.map(({ file, path, document }) => [
        file,
        path,
        document.value(path),
      ]),
    ).toEqual([
      [UNIT, ['locals', 'base'], [1]],
      [UNIT, ['locals', 'more', 0], [2]],
      ['env/dev/aws/irsa/more.yaml', ['list'], [3]],
      [UNIT, ['inputs', 'workloads', 2], [4]],
    ]);
    const last = targets[3];
    expect(last.document.insert(last.path, 5).toString()).toContain('[4, 5]');
    expect(last.trail).toEqual([
      `concat(...) of 3 parts in ${UNIT}, line 5`,
      `a literal list in ${UNIT}, line 5`,
    ]);
  });

  it('finds every part of a merge', async () => {
    const targets = await follow(
      'locals {\n  a = { x = {} }\n}\ninputs = { profiles = merge(local.a, { y = {} }) }\n',
      { attribute: ['inputs', 'profiles'] },
    );
    expect(targets.map(({ kind, path }) => [kind, path])).toEqual([
      ['object', ['locals', 'a']],
      ['object', ['inputs', 'profiles', 1]],
    ]);
  });

  it.each([
    [
      'yamldecode(file("w.yaml"))',
      'env/dev/aws/irsa/w.yaml',
      '- name: b\n',
      [],
    ],
    ['yamldecode(file("./w.yaml"))', 'env/dev/aws/irsa/w.yaml', '[]\n', []],
    [
      'yamldecode(file("../../w.yaml"))["list"]',
      'env/dev/w.yaml',
      'list: []\n',
      ['list'],
    ],
    [
      'yamldecode(file("${get_terragrunt_dir()}/w.yaml")).a.b',
      'env/dev/aws/irsa/w.yaml',
      'a: { b: [] }\n',
      ['a', 'b'],
    ],
    [
      'yamldecode(file("${get_repo_root()}/shared/w.yaml")).a[0]',
      'shared/w.yaml',
      'a:\n  - []\n',
      ['a', 0],
    ],
    [
      'yamldecode(file("${path.module}/w.yaml")).a',
      'env/dev/aws/irsa/w.yaml',
      'a:\n- 1\n',
      ['a'],
    ],
    ['(yamldecode(file("w.yaml")))', 'env/dev/aws/irsa/w.yaml', '[]\n', []],
  ])('reads %s', async (expression, path, yaml, inside) => {
    for (const text of [
      `inputs = { workloads = ${expression} }\n`,
      `locals {\n  w = ${expression}\n}\ninputs = { workloads = local.w }\n`,
    ]) {
      const targets = await follow(text, { others: { [path]: yaml } });
      expect(targets).toMatchObject([
        { file: path, format: 'yaml', path: inside, kind: 'list' },
      ]);
      expect(targets[0].trail.join('; ')).toContain(`a list in ${path}`);
    }
  });

  it('reads inputs from YAML as a whole', async () => {
    const targets = await follow('inputs = yamldecode(file("i.yaml"))\n', {
      others: { 'env/dev/aws/irsa/i.yaml': 'workloads:\n  - name: a\n' },
    });
    expect(targets).toMatchObject([
      { path: ['workloads'], format: 'yaml', kind: 'list' },
    ]);
  });

  it.each<[string, string]>([
    ['[for w in local.x : w]', 'Write the entries out'],
    ['local.a ? [] : [1]', 'Write the entries out'],
    ['jsondecode(file("x.json"))', 'Write the entries out'],
    ['distinct(concat([], []))', 'Write the entries out'],
    ['concat(local.parts...)', 'Write the entries out'],
    ['concat()', 'Write the entries out'],
    ['dependency.x.outputs.y', 'Write the entries out'],
    ['values.workloads', 'Write the entries out'],
    ['local.list[var.index]', 'Write the entries out'],
    ['local.list[*].name', 'Write the entries out'],
    ['[[1]][0]', 'Write the entries out'],
    ['null', 'Write the entries out'],
    ['"text"', 'Write the entries out'],
    ['local.nowhere', 'local.nowhere is not declared in this file'],
    ['yamldecode(templatefile("x", {}))', 'Write the entries out'],
    [
      'yamldecode(file(find_in_parent_folders("x.yaml")))',
      'The path of the YAML file is computed',
    ],
    [
      'yamldecode(file("${local.dir}/x.yaml"))',
      'The path of the YAML file is computed',
    ],
    [
      'yamldecode(file("../../../../../x.yaml"))',
      'leads out of the repository',
    ],
    [
      'yamldecode(file("${get_repo_root()}/../x.yaml"))',
      'leads out of the repository',
    ],
    ['yamldecode(file("/etc/passwd"))', 'leads out of the repository'],
    [
      'yamldecode(file("absent.yaml"))',
      'There is no file "env/dev/aws/irsa/absent.yaml"',
    ],
    ['yamldecode(file("nothing.yaml"))', 'neither a list nor a map'],
    ['yamldecode(file("empty.yaml")).list', 'neither a list nor a map'],
  ])('stops at %s and names it', async (expression, wayOut) => {
    const text = `locals {
  one = 1
  two = 2
}
inputs = {
  workloads = ${expression}
}
`;
    const others = {
      'env/dev/aws/irsa/empty.yaml': 'list:\n',
      'env/dev/aws/irsa/nothing.yaml': '# nothing\n',
    };
    let caught: unknown;
    await follow(text, { others }).catch(error => {
      caught = error;
    });
    expect(caught).toBeInstanceOf(UnfollowableExpressionError);
    expect(caught).toMatchObject({ name: 'InputError', file: UNIT });
    const {
      message,
      line,
      expression: named,
    } = caught as UnfollowableExpressionError;
    expect(message).toContain(`${UNIT}:${line}: cannot follow "`);
    expect(message).toContain(wayOut);
    expect([line, named]).toEqual([6, expression]);
  });

  it('stops at a local that refers to itself', async () => {
    await expect(
      follow(
        'locals {\n  a = concat([1], local.b)\n  b = local.a\n}\ninputs = { workloads = local.a }\n',
      ),
    ).rejects.toThrow(
      `${UNIT}:3: cannot follow "local.a" to a literal. local.a refers to itself`,
    );
  });

  it('stops at locals that double without end', async () => {
    const locals = Array.from(
      { length: 40 },
      (_, index) =>
        `  l${index} = concat(local.l${index + 1}, local.l${index + 1})\n`,
    );
    await expect(
      follow(
        `locals {\n${locals.join(
          '',
        )}  l40 = []\n}\ninputs = { workloads = local.l0 }\n`,
      ),
    ).rejects.toThrow(UnfollowableExpressionError);
  });

  it('stops when one part of a concat cannot be followed', async () => {
    await expect(
      follow('inputs = { workloads = concat([], module.x.list) }\n'),
    ).rejects.toThrow('cannot follow "module.x.list" to a literal');
    await expect(
      follow('inputs = { workloads = concat([], { a = 1 }) }\n'),
    ).rejects.toThrow(UnfollowableExpressionError);
  });

  it('says what is missing', async () => {
    await expect(follow('inputs = {}\n')).rejects.toThrow(NotFoundError);
    await expect(follow('inputs = {}\n')).rejects.toThrow(
      `${UNIT}: there is no attribute inputs.workloads`,
    );
    await expect(follow('a = 1\n')).rejects.toThrow(NotFoundError);
    await expect(
      followAttribute({
        readText: async () => undefined,
        file: 'x.hcl',
        attribute: INPUTS,
      }),
    ).rejects.toThrow('There is no file "x.hcl" in the repository');
  });

  it('names the file with a syntax error', async () => {
    await expect(follow('inputs = {\n')).rejects.toThrow(HclSyntaxError);
    await expect(
      follow('inputs = yamldecode(file("i.yaml"))\n', {
        others: { 'env/dev/aws/irsa/i.yaml': 'a: [\n' },
      }),
    ).rejects.toMatchObject({ file: 'env/dev/aws/irsa/i.yaml' });
  });
});
