import { HclEditError, HclSyntaxError } from './errors';
import { HclDocument } from './HclDocument';
import { HclExpression, HclValue } from './HclValue';
import { loadHclParser } from './parser';

beforeAll(loadHclParser);

function read(text: string): HclValue | undefined {
  return HclDocument.parse(text).value(['x']);
}

describe('value of a literal', () => {
  it.each<[string, HclValue]>([
    ['""', ''],
    ['"a b"', 'a b'],
    [
      '"  # no comment // nor /* this */ "',
      '  # no comment // nor /* this */ ',
    ],
    ['"\\n\\t\\r\\"\\\\"', '\n\t\r"\\'],
    ['"\\u00e9\\U0001F600"', '\u00e9\u{1F600}'],
    ['"$${a} %%{b} $ % $a {"', '${a} %{b} $ % $a {'],
    ['"größe 概要"', 'größe 概要'],
    ['0', 0],
    ['-1', -1],
    ['- 12', -12],
    ['1.50', 1.5],
    ['123456789012', 123456789012],
    ['1.5e3', 1500],
    ['true', true],
    ['false', false],
    ['null', null],
    ['("a")', 'a'],
    ['((1))', 1],
    ['( /* c */ true # d\n)', true],
    ['[]', []],
    ['[1, "a", true, null, [2]]', [1, 'a', true, null, [2]]],
    ['[\n 1, # one\n /* two */ 2,\n]', [1, 2]],
    ['{}', {}],
    ['{ a = 1, "b c" = 2, ("d") = 3, e : 4 }', { a: 1, 'b c': 2, d: 3, e: 4 }],
    ['{\n a = 1 # c\n\n b: 2,\n}', { a: 1, b: 2 }],
    ['{ true = 1, 4 = 5, "\\"" = 6 }', { true: 1, '4': 5, '"': 6 }],
    ['{ a = { b = [{ c = 1 }] } }', { a: { b: [{ c: 1 }] } }],
    ['<<EOT\n  a\n b $${c}\\n\nEOT', '  a\n b ${c}\\n\n'],
    ['<<-EOT\n    a\n\n      b\n    EOT', 'a\n\n  b\n'],
    ['<<EOT\nEOT', ''],
  ])('%s', (source, value) => {
    expect(read(`x = ${source}\n`)).toEqual(value);
  });

  it('keeps a key named __proto__', () => {
    const value = read('x = { __proto__ = { a = 1 } }\n') as object;
    expect(Object.keys(value)).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });
});

describe('value of an expression', () => {
  it.each([
    'local.a',
    'local.a["b"][0].c',
    'module.x[*].y',
    '"a ${local.b}"',
    '"%{ if a }b%{ endif }"',
    '<<EOT\n${local.b}\nEOT',
    'concat([1], local.a)',
    'a ? 1 : 2',
    '1 + 2',
    '!true',
    '-local.a',
    '[for a in b : a]',
    '{ for a in b : a => a }',
    'file("x")',
    '(local.a)',
    '123456789012345678901234567890',
    '0.12345678901234567',
  ])('%s stays an expression', source => {
    expect(read(`y = 1\nx = ${source}\n`)).toEqual(
      new HclExpression(source, 2, 5),
    );
  });

  it('stays visible inside of literals', () => {
    expect(read('x = [1, { a = local.b }]\n')).toEqual([
      1,
      { a: new HclExpression('local.b', 1, 15) },
    ]);
  });

  it('gives a computed key with its parentheses', () => {
    expect(read('x = { (local.a) = 1, "${b}" = 2 }\n')).toEqual({
      '(local.a)': 1,
      '"${b}"': 2,
    });
  });
});

describe('paths', () => {
  const TEXT = `\uFEFFlocals {
  a = 1
}
locals {
  b = 2
}
include "root" {
  path = "r"
}
include {
  path = "bare"
}
unit "irsa" {
  values = {
    list = [
      { name = "x", n = 1 },
      local.other,
      { "name" = "y", n = 2 },
      {
        # name = "no"
        m    = 3
        name = "z"
      },
    ]
  }
}
inputs = merge({ c = 1 }, local.d, ({ c = 2 }))
`;

  it.each<[unknown[], unknown]>([
    [['locals', 'a'], 1],
    [['locals', 'b'], 2],
    [['include', 'root', 'path'], 'r'],
    [['include', 'path'], 'bare'],
    [['unit', 'irsa', 'values', 'list', 0, 'n'], 1],
    [['unit', 'irsa', 'values', 'list', { key: 'name', value: 'y' }, 'n'], 2],
    [['unit', 'irsa', 'values', 'list', { key: 'name', value: 'z' }, 'm'], 3],
    [['inputs', 0, 'c'], 1],
    [['inputs', 2, 'c'], 2],
    [
      ['unit', 'irsa', 'values', 'list', { key: 'name', value: 'no' }],
      undefined,
    ],
    [['unit', 'irsa', 'values', 'list', 9], undefined],
    [['unit', 'irsa', 'values', 'list', 'name'], undefined],
    [['unit', 'values'], undefined],
    [['inputs', 'c'], undefined],
    [['nothing'], undefined],
    [['locals', 'a', 'deeper'], undefined],
  ])('%j', (path, value) => {
    const document = HclDocument.parse(TEXT);
    expect(document.value(path as string[])).toEqual(value);
  });

  it('gives the attributes of a block and of the file', () => {
    const document = HclDocument.parse('a = 1\nb "c" {\n  d = 2\n  e {}\n}\n');
    expect(document.value([])).toEqual({ a: 1 });
    expect(document.value(['b', 'c'])).toEqual({ d: 2 });
  });

  it('tells the place of an entry', () => {
    const document = HclDocument.parse(TEXT, { file: 'f.hcl' });
    expect(document.location(['locals', 'a'])).toEqual({
      file: 'f.hcl',
      line: 2,
      column: 3,
    });
    expect(document.location(['locals', 'b'])?.line).toBe(5);
    expect(document.location(['unit', 'irsa', 'values', 'list', 3])?.line).toBe(
      19,
    );
    expect(document.location(['nothing'])).toBeUndefined();
  });

  it.each([
    [
      'x = { a = 1, a = 2 }\n',
      ['x', 'a'],
      'x.a is declared 2 times (lines 1, 1)',
    ],
    [
      'a {\n  b = 1\n}\na {\n  b = 2\n}\n',
      ['a', 'b'],
      'a.b is declared 2 times (lines 2, 5)',
    ],
    [
      'x = [{ n = "a" }, { n = "a" }]\n',
      ['x', { key: 'n', value: 'a' }],
      'x[n="a"] is declared 2 times',
    ],
  ])('refuses to choose in %j', (text, path, message) => {
    const document = HclDocument.parse(text, { file: 'f.hcl' });
    expect(() => document.value(path)).toThrow(HclEditError);
    expect(() => document.value(path)).toThrow(message);
    expect(() => document.set(path, 3)).toThrow(message);
    expect(() => document.remove(path)).toThrow('Leave one of them');
  });
});

describe('syntax errors', () => {
  it.each<[string, number, number, string]>([
    ['a = \n', 1, 4, 'a = '],
    ['a = 1\nb = = 2\n', 2, 5, 'b = = 2'],
    ['a = {\n  b = 1\n', 1, 5, 'a = {'],
    ['x = 1\na = [\n  1,\n  2\n', 2, 5, 'a = ['],
    ['a = [1 2]\n', 1, 9, 'a = [1 2]'],
    ['\uFEFFa = 1\r\nb = }\r\n', 2, 3, 'b = }'],
    ['module "x" {\n  a = 1\n', 1, 12, 'module "x" {'],
    ['a = "\u0000"\n', 1, 6, 'a = "\u0000"'],
    ['a = {\n  b = "x\n}\n', 2, 7, '  b = "x'],
    ['a = [\n  {\n    b = 1\n]\n', 2, 3, '  {'],
    ['a = <<EOT\nx\n', 1, 5, 'a = <<EOT'],
    ['a = 1\n}\n', 2, 1, '}'],
    [
      'a = [\n<<<<<<< HEAD\n  1,\n=======\n  2,\n>>>>>>> x\n]\n',
      2,
      1,
      '<<<<<<< HEAD',
    ],
  ])('of %j', (text, line, column, lineText) => {
    let caught: unknown;
    try {
      HclDocument.parse(text, { file: 'env/dev/x.hcl' });
    } catch (error) {
      caught = error;
    }
    expect(caught).toBeInstanceOf(HclSyntaxError);
    expect(caught).toMatchObject({
      name: 'InputError',
      file: 'env/dev/x.hcl',
      line,
      text: lineText,
    });
    expect((caught as HclSyntaxError).column).toBe(column);
    expect((caught as Error).message).toContain(
      `env/dev/x.hcl:${line}:${column}: `,
    );
  });

  it('shows control characters escaped and long lines shortened', () => {
    const text = `a = "\u0000${'x'.repeat(500)}\n`;
    expect(() => HclDocument.parse(text)).toThrow(/\\u0000x{60,80}…/);
  });
});
