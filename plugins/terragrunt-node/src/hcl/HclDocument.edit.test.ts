import { HclEditError } from './errors';
import { HclDocument } from './HclDocument';
import { HclExpression } from './HclValue';
import { loadHclParser } from './parser';

beforeAll(loadHclParser);

type Edit = (document: HclDocument) => HclDocument;

function edited(before: string, edit: Edit): string {
  return edit(HclDocument.parse(before)).toString();
}

describe('set', () => {
  it.each<[string, string, Edit, string]>([
    [
      'replaces a value and nothing else',
      'a  =  1   # one\n',
      d => d.set(['a'], 'x'),
      'a  =  "x"   # one\n',
    ],
    [
      'gives back the same text for the same value',
      'a = "\\u0061"\n',
      d => d.set(['a'], 'a'),
      'a = "\\u0061"\n',
    ],
    [
      'aligns a new attribute with its run',
      'a {\n  long_name = 1\n}\n',
      d => d.set(['a', 'b'], 2),
      'a {\n  long_name = 1\n  b         = 2\n}\n',
    ],
    [
      'moves an aligned run for a longer key',
      'a {\n  b  = 1\n  cc = 2\n\n  d = 3\n}\n',
      d => d.insert(['a'], 4, { key: 'long', index: 2 }),
      'a {\n  b    = 1\n  cc   = 2\n  long = 4\n\n  d = 3\n}\n',
    ],
    [
      'leaves a run alone that was not aligned',
      'a {\n  b = 1\n  long = 2\n}\n',
      d => d.set(['a', 'c'], 3),
      'a {\n  b = 1\n  long = 2\n  c    = 3\n}\n',
    ],
    [
      'moves trailing comments that were aligned',
      'a = 1 # x\nb = 2 # y\n',
      d => d.set(['a'], 1000),
      'a = 1000 # x\nb = 2    # y\n',
    ],
    [
      'leaves trailing comments alone that were not aligned',
      'a = 1   # x\nb = 2 # y\n',
      d => d.set(['a'], 1000),
      'a = 1000   # x\nb = 2 # y\n',
    ],
    [
      'writes an object over lines',
      'a {\n  b = 1\n}\n',
      d => d.set(['a', 'c'], { x: 1, long: [2], y: {}, z: [] }),
      'a {\n  b = 1\n\n  c = {\n    x    = 1\n    long = [2]\n    y    = {}\n    z    = []\n  }\n}\n',
    ],
    [
      'puts a short attribute before those over lines',
      'x = {\n  a = 1\n\n  b = {\n    c = 1\n  }\n}\n',
      d => d.set(['x', 'd'], 2),
      'x = {\n  a = 1\n  d = 2\n\n  b = {\n    c = 1\n  }\n}\n',
    ],
    [
      'changes only what differs in an object',
      'x = {\n  # a\n  a = 1 # one\n  b = [ 1,2 ] # odd\n  c = 3\n}\n',
      d => d.set(['x'], { a: 2, b: [1, 2], e: 5 }),
      'x = {\n  # a\n  a = 2 # one\n  b = [ 1,2 ] # odd\n  e = 5\n}\n',
    ],
    [
      'changes only what differs in a list',
      'x = [\n  "a", # first\n  "b", # second\n  "c", # third\n]\n',
      d => d.set(['x'], ['a', 'B', 'c', 'd']),
      'x = [\n  "a", # first\n  "B", # second\n  "c", # third\n  "d",\n]\n',
    ],
    [
      'replaces a heredoc',
      'a = <<EOT\nx\nEOT\nb = 1\n',
      d => d.set(['a'], 'y'),
      'a = "y"\nb = 1\n',
    ],
    [
      'adds behind a heredoc',
      'x = {\n  a = <<EOT\nx\nEOT\n}\n',
      d => d.set(['x', 'b'], 1),
      'x = {\n  a = <<EOT\nx\nEOT\n\n  b = 1\n}\n',
    ],
    [
      'adds to a file without a last line ending',
      'a = 1',
      d => d.set(['bb'], 2),
      'a  = 1\nbb = 2',
    ],
    ['adds to an empty file', '', d => d.set(['a'], 1), 'a = 1\n'],
    [
      'adds to a file of comments',
      '# only\n',
      d => d.set(['a'], 1),
      '# only\n\na = 1\n',
    ],
    [
      'adds behind a block of the file',
      'a {\n}\n',
      d => d.set(['b'], 1),
      'a {\n}\n\nb = 1\n',
    ],
    [
      'opens a block on one line',
      'locals { a = 1 } # c\n',
      d => d.set(['locals', 'long'], 2),
      'locals {\n  a    = 1\n  long = 2\n} # c\n',
    ],
    [
      'fills an empty block',
      'locals {}\n',
      d => d.set(['locals', 'a'], 1),
      'locals {\n  a = 1\n}\n',
    ],
    [
      'keeps an object on one line',
      'x = { a = 1, "b" = 2 }\n',
      d => d.set(['x', 'c'], [1]),
      'x = { a = 1, "b" = 2, c = [1] }\n',
    ],
    [
      'opens an empty object',
      'x = {}\n',
      d => d.set(['x', 'a'], 1),
      'x = {\n  a = 1\n}\n',
    ],
    [
      'writes an expression as it is',
      'x = 1\n',
      d => d.set(['x'], new HclExpression('[local.a, "${b}"]', 1, 1)),
      'x = [local.a, "${b}"]\n',
    ],
    [
      'writes numbers as HCL reads them',
      'x = 1\n',
      d => d.set(['x'], [1e21, -0, 1.5e-7, 0.1]),
      'x = [1.0e+21, 0, 1.5e-7, 0.1]\n',
    ],
    [
      'quotes keys that need it',
      'x = {}\n',
      d => d.set(['x'], { 'a b': 1, for: 2, '1': 3, 'ok-1': 4, '${x}': 5 }),
      'x = {\n  "1"     = 3\n  "a b"   = 1\n  "for"   = 2\n  ok-1    = 4\n  "$${x}" = 5\n}\n',
    ],
    [
      'quotes names and leaves attributes bare, as the neighbours do',
      'x = {\n  "a" = { k = 1 }\n}\n',
      d => d.insert(['x'], { k: 2 }, { key: 'b' }),
      'x = {\n  "a" = { k = 1 }\n  "b" = { k = 2 }\n}\n',
    ],
    [
      'leaves out undefined properties',
      'x = 1\n',
      d => d.set(['x'], { a: 1, b: undefined } as never),
      'x = {\n  a = 1\n}\n',
    ],
  ])('%s', (_, before, edit, after) =>
    expect(edited(before, edit)).toBe(after),
  );

  it.each<[string, Edit, string]>([
    ['a = 1\n', d => d.set(['b', 'c'], 1), 'there is no b'],
    ['a = 1\n', d => d.set(['a', 'c'], 1), 'neither a list nor an object'],
    [
      'a = local.b\n',
      d => d.set(['a', 'c'], 1),
      'Edit it where it is written out',
    ],
    [
      'a = concat([1])\n',
      d => d.insert(['a'], 1),
      'Edit it where it is written out',
    ],
    ['a = [1]\n', d => d.set(['a', 3], 1), 'a[3] does not exist'],
    ['a {}\n', d => d.set(['a'], 1), 'is a block'],
    ['a = [1]\n', d => d.insert(['a'], 1, { key: 'b' }), 'is a list'],
    ['a = {}\n', d => d.insert(['a'], 1), 'say which key'],
    ['a = { b = 1 }\n', d => d.insert(['a'], 1, { key: 'b' }), 'has b already'],
    ['a {\n}\n', d => d.set(['a', 'b c'], 1), 'cannot be the name'],
    ['a {\n}\na {\n}\n', d => d.set(['a', 'b'], 1), 'declared 2 times'],
    [
      'a = [1]\n',
      d => d.upsert(['a'], { key: 'name', value: {} }),
      'is a string',
    ],
  ])('refuses in %j', (text, edit, message) => {
    const document = HclDocument.parse(text, { file: 'f.hcl' });
    expect(() => edit(document)).toThrow(HclEditError);
    expect(() => edit(document)).toThrow(message);
  });

  it.each([
    [NaN, 'NaN'],
    [Infinity, 'finite'],
    [Symbol('s'), 'cannot be written'],
    [undefined, 'cannot be written'],
    ['\uD800', 'surrogate'],
    [new HclExpression('1\ny = 2', 1, 1), 'not one whole HCL expression'],
    [new HclExpression('1 # comment', 1, 1), 'not one whole HCL expression'],
    [new HclExpression('} {', 1, 1), 'not one whole HCL expression'],
    [new HclExpression('', 1, 1), 'not one whole HCL expression'],
    [new HclExpression('<<EOT\nx\nEOT', 1, 1), 'not one whole HCL expression'],
  ])('refuses to write %p', (value, message) => {
    const document = HclDocument.parse('x = 1\n');
    expect(() => document.set(['x'], value as never)).toThrow(message);
  });
});

describe('insert', () => {
  it.each<[string, string, Edit, string]>([
    [
      'fills an empty list',
      'a = []\n',
      d => d.insert(['a'], 'x'),
      'a = ["x"]\n',
    ],
    ['at the end', 'a = [1, 2]\n', d => d.insert(['a'], 3), 'a = [1, 2, 3]\n'],
    [
      'first',
      'a = [1, 2]\n',
      d => d.insert(['a'], 0, { index: 0 }),
      'a = [0, 1, 2]\n',
    ],
    [
      'between',
      'a = [1, 2]\n',
      d => d.insert(['a'], 9, { index: 1 }),
      'a = [1, 9, 2]\n',
    ],
    [
      'keeping a trailing comma',
      'a = [1, 2, ]\n',
      d => d.insert(['a'], 3),
      'a = [1, 2, 3, ]\n',
    ],
    [
      'below, with commas as before',
      'a = [\n  1,\n  2\n]\n',
      d => d.insert(['a'], 3),
      'a = [\n  1,\n  2,\n  3\n]\n',
    ],
    [
      'below a comment',
      'a = [\n  1 # one\n]\n',
      d => d.insert(['a'], 2),
      'a = [\n  1, # one\n  2\n]\n',
    ],
    [
      'above the comment of the first',
      'a = [\n  # one\n  1,\n]\n',
      d => d.insert(['a'], 0, { index: 0 }),
      'a = [\n  0,\n  # one\n  1,\n]\n',
    ],
    [
      'before a bracket on the last line',
      'a = [\n  1,\n  2]\n',
      d => d.insert(['a'], 3),
      'a = [\n  1,\n  2,\n  3]\n',
    ],
    [
      'behind a heredoc',
      'a = [\n  <<EOT\nx\nEOT\n]\n',
      d => d.insert(['a'], 'y'),
      'a = [\n  <<EOT\nx\nEOT\n  ,\n  "y"\n]\n',
    ],
    [
      'between, behind a heredoc',
      'a = [\n  <<EOT\nx\nEOT\n  ,\n  "z"\n]\n',
      d => d.insert(['a'], 'y', { index: 1 }),
      'a = [\n  <<EOT\nx\nEOT\n  ,\n  "y",\n  "z"\n]\n',
    ],
    [
      'with blank lines between',
      'a = [\n\n  1,\n\n  2,\n\n]\n',
      d => d.insert(['a'], 3),
      'a = [\n\n  1,\n\n  2,\n\n  3,\n\n]\n',
    ],
    [
      'into a list with a comment only',
      'a = [ /* none */ ]\n',
      d => d.insert(['a'], 1),
      'a = [ /* none */\n  1,\n]\n',
    ],
    [
      'with an index out of range',
      'a = [1]\n',
      d => d.insert(['a'], 2, { index: 99 }),
      'a = [1, 2]\n',
    ],
    [
      'in a map at an index',
      'a = {\n  b = 1\n}\n',
      d => d.insert(['a'], 0, { key: 'a', index: 0 }),
      'a = {\n  a = 0\n  b = 1\n}\n',
    ],
  ])('%s', (_, before, edit, after) =>
    expect(edited(before, edit)).toBe(after),
  );
});

describe('upsert', () => {
  const list = (...names: string[]) =>
    `x = [\n${names.map(name => `  { name = "${name}" },\n`).join('')}]\n`;
  const add: (name: string) => Edit = name => document =>
    document.upsert(['x'], { key: 'name', value: { name } });

  it.each([
    ['into its place in a sorted list', ['a', 'c'], 'b', ['a', 'b', 'c']],
    ['before all others', ['b', 'c'], 'a', ['a', 'b', 'c']],
    ['behind all others', ['a', 'b'], 'c', ['a', 'b', 'c']],
    ['at the end of one alone', ['b'], 'a', ['b', 'a']],
    ['at the end of an unsorted list', ['b', 'a'], 'aa', ['b', 'a', 'aa']],
    ['at the end when two are equal', ['a', 'a'], '0', ['a', 'a', '0']],
  ])('goes %s', (_, before, name, after) => {
    expect(edited(list(...before), add(name))).toBe(list(...after));
  });

  it('goes to the end when an element has no such attribute', () => {
    expect(edited('x = [\n  { name = "b" },\n  local.c,\n]\n', add('a'))).toBe(
      'x = [\n  { name = "b" },\n  local.c,\n  { name = "a" },\n]\n',
    );
  });

  it('changes only what differs and removes nothing', () => {
    expect(
      edited(
        'x = [\n  {\n    name = "a" # id\n    hand = local.made\n    n    = 1\n    s = {\n      t = ["u"] # keep\n      v = 1\n    }\n  },\n]\n',
        d =>
          d.upsert(['x'], {
            key: 'name',
            value: { name: 'a', m: true, n: 2, s: { t: ['u'] } },
          }),
      ),
    ).toBe(
      'x = [\n  {\n    name = "a" # id\n    m    = true\n    hand = local.made\n    n    = 2\n    s = {\n      t = ["u"] # keep\n    }\n  },\n]\n',
    );
  });

  it('adds to an object at the sorted place', () => {
    const before =
      'x = {\n  a = {\n    n = 1\n  }\n\n  c = {\n    n = 3\n  }\n}\n';
    expect(
      edited(before, d => d.upsert(['x'], { key: 'b', value: { n: 2 } })),
    ).toBe(
      'x = {\n  a = {\n    n = 1\n  }\n\n  b = {\n    n = 2\n  }\n\n  c = {\n    n = 3\n  }\n}\n',
    );
    expect(
      edited(before, d => d.upsert(['x'], { key: 'c', value: { n: 4 } })),
    ).toBe(before.replace('3', '4'));
  });

  it('refuses when two elements match', () => {
    const document = HclDocument.parse(list('a', 'b', 'a'));
    expect(() => add('a')(document)).toThrow('declared 2 times');
  });
});

describe('remove', () => {
  it.each<[string, string, Edit, string]>([
    ['an attribute', 'a = 1\nb = 2\n', d => d.remove(['a']), 'b = 2\n'],
    ['nothing', 'a = 1\n', d => d.remove(['b']), 'a = 1\n'],
    ['an element', 'a = [1, 2, 3]\n', d => d.remove(['a', 1]), 'a = [1, 3]\n'],
    ['the first element', 'a = [1, 2]\n', d => d.remove(['a', 0]), 'a = [2]\n'],
    [
      'the last element',
      'a = [1, 2, ]\n',
      d => d.remove(['a', 1]),
      'a = [1, ]\n',
    ],
    ['the only element', 'a = [ 1, ]\n', d => d.remove(['a', 0]), 'a = []\n'],
    [
      'the only attribute',
      'a = {\n  b = 1\n}\n',
      d => d.remove(['a', 'b']),
      'a = {}\n',
    ],
    [
      'comments of its own',
      'a = 1\n# lead of b\n/* more */\nb = 2 # tail\n# of c\nc = 3\n',
      d => d.remove(['b']),
      'a = 1\n# of c\nc = 3\n',
    ],
    [
      'no comment that stands apart',
      'a = 1\n# section\n\nb = 2\nc = 3\n',
      d => d.remove(['b']),
      'a = 1\n# section\n\nc = 3\n',
    ],
    [
      'no comment of the one above',
      'x = [\n  1, # one\n  2, # two\n]\n',
      d => d.remove(['x', 1]),
      'x = [\n  1, # one\n]\n',
    ],
    [
      'the comma before the last',
      'x = [\n  1, # one\n  2\n]\n',
      d => d.remove(['x', 1]),
      'x = [\n  1 # one\n]\n',
    ],
    [
      'the comma behind a heredoc',
      'x = [\n  <<EOT\na\nEOT\n  ,\n  2\n]\n',
      d => d.remove(['x', 1]),
      'x = [\n  <<EOT\na\nEOT\n]\n',
    ],
    [
      'a heredoc',
      'x = [\n  1,\n  <<EOT\na\nEOT\n  ,\n  2\n]\n',
      d => d.remove(['x', 1]),
      'x = [\n  1,\n  2\n]\n',
    ],
    [
      'a blank line with it',
      'a = 1\n\nb {\n}\n\nc = 2\n',
      d => d.remove(['b']),
      'a = 1\n\nc = 2\n',
    ],
    [
      'a block',
      'unit "a" {\n  x = 1\n}\n\n# b\nunit "b" {\n}\n',
      d => d.remove(['unit', 'b']),
      'unit "a" {\n  x = 1\n}\n',
    ],
    [
      'from a block on one line',
      'locals { a = 1 }\n',
      d => d.remove(['locals', 'a']),
      'locals { }\n',
    ],
    [
      'the last of a file without line ending',
      'a = 1\nb = 2',
      d => d.remove(['b']),
      'a = 1',
    ],
    [
      'what widened a run',
      'a    = 1\nlong = 2\nb    = 3\n',
      d => d.remove(['long']),
      'a = 1\nb = 3\n',
    ],
  ])('%s', (_, before, edit, after) =>
    expect(edited(before, edit)).toBe(after),
  );
});

describe('many documents at once', () => {
  it('edits those whose tree is no longer kept', () => {
    const documents = Array.from({ length: 40 }, (_, index) =>
      HclDocument.parse(`a = [${index}]\nb = 1 # c\nc = 2 # d\n`),
    );
    const texts = documents.map((document, index) =>
      document
        .insert(['a'], index + 1)
        .set(['b'], 1000)
        .toString(),
    );
    expect(texts).toEqual(
      documents.map(
        (_, index) =>
          `a = [${index}, ${index + 1}]\nb = 1000 # c\nc = 2    # d\n`,
      ),
    );
    expect(documents.map(document => document.value(['a', 0]))).toEqual([
      ...documents.keys(),
    ]);
  });
});
