import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parse } from 'yaml';
import {
  HclEditError,
  HclExpression,
  HclPath,
  HclSyntaxError,
  HclValue,
} from '../hcl';
import { YamlDocument } from './YamlDocument';

const LIST: HclPath = ['workloads'];

const CORPUS: { file: string; list: HclPath; withinLine?: boolean }[] = [
  { file: 'block.yaml', list: LIST },
  { file: 'unindented.yaml', list: LIST },
  { file: 'empty.yaml', list: LIST, withinLine: true },
  { file: 'null.yaml', list: LIST },
  { file: 'flow.yaml', list: LIST, withinLine: true },
  { file: 'json-like.yaml', list: LIST },
  { file: 'anchors.yaml', list: LIST },
  { file: 'crlf.yaml', list: LIST },
  { file: 'bom-no-eol.yaml', list: LIST },
  { file: 'scalars.yaml', list: LIST },
  { file: 'root-list.yaml', list: [] },
  { file: 'nested-lists.yaml', list: LIST },
];

const WORKLOAD = {
  name: 'm-new',
  namespace: 'new',
  create_namespace: true,
  s3_access: {
    bucket_arns: ['arn:aws:s3:::new/*', 'yes', '"quoted": #\n'],
    read_only: false,
  },
  labels: {},
};

function open(file: string) {
  const text = readFileSync(join(__dirname, '__fixtures__', file), 'utf8');
  return { text, document: YamlDocument.parse(text, { file }) };
}

/** Another reading of the text than the document's own. */
function readAgain(text: string, path: HclPath): unknown {
  let at = parse(text, { merge: true });
  for (const segment of path) {
    at = at[segment as string];
  }
  return JSON.parse(JSON.stringify(at));
}

/** The lines of `before` that `after` does not have in the same order, but for a comma behind them. */
function missingLines(before: string, after: string): string[] {
  const old = before.split('\n');
  const bare = (line: string | undefined) => line?.replace(/,/g, '');
  let at = 0;
  for (const line of after.split('\n')) {
    at += bare(old[at]) === bare(line) ? 1 : 0;
  }
  return old.slice(at);
}

describe.each(CORPUS)('$file', ({ file, list, withinLine }) => {
  it('comes back as it was, also after edits that change nothing', () => {
    const { text, document } = open(file);
    expect(document.toString()).toBe(text);
    const elements = (document.value(list) ?? []) as HclValue[];
    elements.forEach((element, index) => {
      expect(document.set([...list, index], element)).toBe(document);
    });
    expect(document.remove([...list, 'nothing'])).toBe(document);
  });

  it('takes a workload and touches nothing else', () => {
    const { text, document } = open(file);
    const elements = (document.value(list) ?? []) as HclValue[];
    const edited = document.upsert(list, { key: 'name', value: WORKLOAD });
    const after = edited.toString();
    const read = readAgain(after, list) as { name?: string }[];
    const at = read.findIndex(({ name }) => name === 'm-new');
    expect(read[at]).toEqual(WORKLOAD);
    expect(read.filter((_, index) => index !== at)).toEqual(elements);
    expect(withinLine ? [] : missingLines(text, after)).toEqual([]);
    const path = [...list, { key: 'name', value: 'm-new' }];
    const removed = edited.remove(path);
    expect(removed.value(list)).toEqual(elements);
    // A list that had been empty becomes `[]`, however it was written.
    expect(elements.length > 0 ? removed.toString() : text).toBe(text);
    expect(edited.upsert(list, { key: 'name', value: WORKLOAD })).toBe(edited);
  });

  it('loses each workload without touching the others', () => {
    const { text, document } = open(file);
    const elements = (document.value(list) ?? []) as HclValue[];
    // An anchor that is used elsewhere cannot go.
    const anchored = file === 'anchors.yaml' ? 1 : 0;
    for (const index of [...elements.keys()].slice(anchored)) {
      const after = document.remove([...list, index]).toString();
      expect(readAgain(after, list)).toEqual(
        elements.filter((_, each) => each !== index),
      );
      expect(withinLine ? [] : missingLines(after, text)).toEqual([]);
    }
  });

  it('changes one line when one value changes', () => {
    const { text, document } = open(file);
    const elements = (document.value(list) ?? []) as HclValue[];
    for (const index of elements.keys()) {
      const path = [...list, index, 'name'];
      const after = document.set(path, 'it’s "other"').toString();
      expect(readAgain(after, path)).toBe('it’s "other"');
      const old = text.split('\n');
      const lines = after.split('\n');
      expect(lines.filter((line, at) => line !== old[at])).toHaveLength(1);
      expect(lines).toHaveLength(old.length);
    }
  });
});

describe('edits', () => {
  type Edit = (document: YamlDocument) => YamlDocument;
  it.each<[string, string, Edit, string]>([
    [
      'follow the quotes of a value',
      'a: \'x\' # c\nb: "y"\n',
      d => d.set(['a'], "it's").set(['b'], 'z'),
      "a: 'it''s' # c\nb: \"z\"\n",
    ],
    [
      'quote what would be read as something else',
      'a: x\n',
      d => d.set(['a'], 'yes'),
      'a: "yes"\n',
    ],
    [
      'keep an anchor',
      'a: &x 1\nb: *x\n',
      d => d.set(['a'], 2),
      'a: &x 2\nb: *x\n',
    ],
    [
      'replace an alias at its own place',
      'a: &x 1\nb: *x\n',
      d => d.set(['b'], 3),
      'a: &x 1\nb: 3\n',
    ],
    [
      'override a merged key',
      'a: &x { k: 1 }\nb:\n  <<: *x\n',
      d => d.set(['b', 'k'], 2),
      'a: &x { k: 1 }\nb:\n  <<: *x\n  k: 2\n',
    ],
    [
      'write a map below its key, keeping the comment',
      'a: 1 # c\nb: 2\n',
      d => d.set(['a'], { x: [1] }),
      'a: # c\n  x:\n    - 1\nb: 2\n',
    ],
    [
      'write a scalar for a map, keeping the comment',
      'a: # c\n  x: 1\nb: 2\n',
      d => d.set(['a'], 1),
      'a: 1 # c\nb: 2\n',
    ],
    [
      'write a scalar for a block scalar',
      'a: |\n  x\n  y\nb: 2\n',
      d => d.set(['a'], 'z'),
      'a: z\nb: 2\n',
    ],
    [
      'fill a missing value',
      'a:\nb: 2\n',
      d => d.set(['a'], 1),
      'a: 1\nb: 2\n',
    ],
    [
      'empty a list',
      'a: # c\n  - x\nb: 2\n',
      d => d.remove(['a', 0]),
      'a: [] # c\nb: 2\n',
    ],
    [
      'fill an empty list with a text',
      'a: []\n',
      d => d.insert(['a'], 'x'),
      'a:\n  - x\n',
    ],
    [
      'add to the end of a file without line ending',
      'a: 1',
      d => d.set(['b'], 2),
      'a: 1\nb: 2',
    ],
    ['start an empty file', '', d => d.set(['a'], [1]), 'a:\n  - 1\n'],
    ['start a file of comments', '# c\n', d => d.set(['a'], 1), '# c\na: 1\n'],
    [
      'add behind a block scalar',
      'a:\n  b: |\n    x\n',
      d => d.set(['a', 'c'], 1),
      'a:\n  b: |\n    x\n  c: 1\n',
    ],
    [
      'go to the sorted place of a map',
      'b: { n: 1 }\n# d\nd: { n: 2 }\n',
      d => d.upsert([], { key: 'c', value: { num: 3 } }),
      'b: { n: 1 }\nc:\n  num: 3\n# d\nd: { n: 2 }\n',
    ],
    [
      'put first behind a dash',
      '- b: 1\n',
      d => d.insert([0], 0, { key: 'a', index: 0 }),
      '- a: 0\n  b: 1\n',
    ],
    [
      'remove the first behind a dash',
      '- a: 0\n  b: 1\n',
      d => d.remove([0, 'a']),
      '- b: 1\n',
    ],
    [
      'remove from a list on one line',
      'a: [1, 2, 3]\n',
      d => d.remove(['a', 1]).remove(['a', 0]),
      'a: [3]\n',
    ],
    [
      'change a list on one line',
      'a: [1, 2]\n',
      d => d.set(['a'], [1, 3, 4]),
      'a: [1, 3, 4]\n',
    ],
    [
      'add to a map on one line',
      'a: { b: 1 }\n',
      d => d.set(['a', 'c'], { d: [1] }),
      'a: { b: 1, c: { d: [1] } }\n',
    ],
    [
      'take comments of its own along',
      'a: 1\n\n# b\nb: 2 # two\n# c\nc: 3\n',
      d => d.remove(['b']),
      'a: 1\n\n# c\nc: 3\n',
    ],
  ])('%s', (_, before, edit, after) => {
    expect(edit(YamlDocument.parse(before)).toString()).toBe(after);
  });

  it.each<[string, Edit, string]>([
    [
      'a: &x { k: 1 }\nb: *x\n',
      d => d.set(['b', 'k'], 2),
      'comes from an anchor',
    ],
    ['a: &x [1]\nb: *x\n', d => d.insert(['b'], 2), 'comes from an anchor'],
    [
      'a: &x { k: 1 }\nb:\n  <<: *x\n',
      d => d.remove(['b', 'k']),
      'comes from an anchor',
    ],
    ['a: &x\n  - 1\nb: *x\n', d => d.remove(['a']), 'cannot be changed here'],
    ['? a\n: 1\n', d => d.set(['b'], 2), 'syntax that is not edited'],
    ['a: 1\n', d => d.insert(['a'], 2), 'is not a list'],
    ['a: 1\n', d => d.insert([], 2, { key: 'a' }), 'exists already'],
    ['a: 1\n', d => d.set(['b', 'c'], 2), 'does not exist'],
    ['a: []\n', d => d.set(['a', 0], 2), 'does not exist'],
    [
      '- { n: a }\n- { n: a }\n',
      d => d.upsert([], { key: 'n', value: { n: 'a' } }),
      'declared 2 times',
    ],
  ])('are refused in %j', (text, edit, message) => {
    const document = YamlDocument.parse(text, { file: 'f.yaml' });
    expect(() => edit(document)).toThrow(HclEditError);
    expect(() => edit(document)).toThrow(message);
  });

  it('refuse an HCL expression', () => {
    const expression = new HclExpression('local.x', 1, 1);
    expect(() => YamlDocument.parse('a: 1\n').set(['a'], expression)).toThrow(
      'is an HCL expression, which YAML cannot hold',
    );
  });

  it('mean any text they are given, and nothing else', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
      fc
        .array(
          fc.constantFrom(
            '- ',
            ': ',
            ' #',
            '*a',
            '&b',
            '!c',
            '{',
            '[',
            ',',
            '"',
            "'",
            '\\',
            '\n',
            '\r',
            '\t',
            '\u0000',
            '\u0085',
            '\u2028',
            '\uFEFF',
            '---',
            '...',
            '~',
            'null',
            'yes',
            'on',
            'y',
            '1e3',
            '0x1',
            '1_0',
            '.inf',
            '=',
            '<<',
            '@',
            '`',
            '%',
            '?',
            '|',
            '>',
            ' ',
            'a',
            '2020-01-01',
            '1:20',
          ),
          { maxLength: 6 },
        )
        .map(all => all.join('')),
    );
    fc.assert(
      fc.property(text, text, (key, value) => {
        for (const before of [
          'x:\n  a: b\nl: []\n',
          'x:\n  a: "b"\nl: [z]\n',
          "x: { a: 'b' }\nl:\n- z\n",
        ]) {
          const edited = YamlDocument.parse(before)
            .set(['x', 'a'], value)
            .set(['x', `k${key}`], [value])
            .insert(['l'], { [`k${key}`]: value }, { index: 0 });
          expect(parse(edited.toString())).toEqual({
            x: { a: value, [`k${key}`]: [value] },
            l: [{ [`k${key}`]: value }, ...(before.includes('z') ? ['z'] : [])],
          });
        }
      }),
      { seed: 30, numRuns: 1000 },
    );
  });
});

describe('reading', () => {
  it('resolves aliases and merge keys', () => {
    const { document } = open('anchors.yaml');
    expect(document.value(['workloads', 0])).toEqual({
      name: 'mlflow',
      namespace: 'mlops',
      create: false,
      role: 'arn:aws:iam::1:role/x',
    });
    expect(
      document.value([
        'workloads',
        { key: 'name', value: 'zenml' },
        'settings',
        'namespace',
      ]),
    ).toBe('mlops');
    expect(document.value(['workloads', 0, 'namespace'])).toBe('mlops');
    expect(document.value(['workloads', 7])).toBeUndefined();
  });

  it('tells the place of an entry', () => {
    const { document } = open('block.yaml');
    expect(document.location(['workloads', 1, 'namespace'])).toEqual({
      file: 'block.yaml',
      line: 13,
      column: 5,
    });
    expect(document.location(['workloads', 1])?.line).toBe(12);
    expect(document.location(['nowhere'])).toBeUndefined();
  });

  it.each([
    ['a: [1\nb: 2\n', 2],
    ['a: 1\na: 2\n', 2],
    ['a: b: c\n', 1],
    ['a: *nowhere\n', 1],
    ['a: 1\n---\nb: 2\n', 2],
    ['\ta: 1\n', 1],
  ])('names the line of the error in %j', (text, line) => {
    let caught: unknown;
    try {
      YamlDocument.parse(text, { file: 'f.yaml' });
    } catch (error) {
      caught = error;
    }
    expect(caught).toBeInstanceOf(HclSyntaxError);
    expect(caught).toMatchObject({ file: 'f.yaml', line, name: 'InputError' });
  });
});
