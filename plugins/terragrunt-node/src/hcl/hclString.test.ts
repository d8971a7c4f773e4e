import fc from 'fast-check';
import { asHashicorp, readByHashicorp } from './__testUtils__/secondOpinion';
import { HclDocument } from './HclDocument';
import { hclString } from './hclString';
import { loadHclParser } from './parser';

beforeAll(loadHclParser);

const PIECES = [
  '$',
  '%',
  '{',
  '}',
  '${',
  '%{',
  '$${',
  '"',
  '\\',
  '\n',
  '\r\n',
  '\u0000',
  '\u0007',
  '\u001b[31m',
  '\u007f',
  '\u0085',
  '\u2028',
  '\u2029',
  '\u202e',
  '\u200b',
  '\uFEFF',
  '\u{E0041}',
  '~',
  '#',
  '//',
  '/*',
  '<<EOT\n',
  'EOT\n',
  'local.x',
  'get_env("X")',
  'u0041',
  'e\u0301',
  '👩‍🔬',
];

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc
    .array(fc.constantFrom(...PIECES), { maxLength: 12 })
    .map(all => all.join('')),
);

describe('hclString', () => {
  it.each([
    ['plain', '"plain"'],
    ['a "b" \\ c', '"a \\"b\\" \\\\ c"'],
    ['${get_env("X")}', '"$${get_env(\\"X\\")}"'],
    ['%{ if true }', '"%%{ if true }"'],
    ['$${x}', '"\\u0024$${x}"'],
    ['${{ secrets.x }}', '"$${{ secrets.x }}"'],
    ['100% $5 {x}', '"100% $5 {x}"'],
    ['"; rm -rf', '"\\"; rm -rf"'],
    ['a\nb\r\tc', '"a\\nb\\r\\tc"'],
    ['\u0000\u2028\u202e', '"\\u0000\\u2028\\u202e"'],
    ['\u{E0041}', '"\\U000e0041"'],
    ['größe 😀', '"größe 😀"'],
  ])('of %j', (value, expected) => expect(hclString(value)).toBe(expected));

  it.each(['\uD800', 'a\uDC00b', '\uDE00\uD83D'])(
    'refuses %j, which UTF-8 cannot hold',
    value => expect(() => hclString(value)).toThrow('half of a surrogate pair'),
  );

  it('means the text and nothing else, whatever the text', () => {
    fc.assert(
      fc.property(text, value => {
        const source = hclString(value);
        expect(source).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
        const document = HclDocument.parse(`a = [${source}]\nb = 1\n`);
        expect(document.value([])).toEqual({ a: [value], b: 1 });
      }),
      { seed: 20, numRuns: 2000 },
    );
  });

  it('is read by HashiCorp as the text, with no template in it', async () => {
    await fc.assert(
      fc.asyncProperty(text, async value => {
        const source = hclString(value);
        const read = await readByHashicorp(`a = ${source}\nb = 1\n`);
        expect(read).toEqual({ a: asHashicorp(value), b: 1 });
      }),
      { seed: 21, numRuns: 400 },
    );
  });

  it('keeps values and keys of a document apart from its code', () => {
    fc.assert(
      fc.property(text, text, (key, value) => {
        const document = HclDocument.parse(
          'x = {\n  list = []\n  on = { one = "line" }\n}\ny = 1\n',
        );
        const edited = document
          .set(['x', 'list'], [value])
          .insert(['x', 'list'], { name: value, [key]: [value] })
          .set(['x', 'on', 'one'], value);
        const again = HclDocument.parse(edited.toString());
        expect(again.value([])).toEqual({
          x: {
            list: [value, { name: value, [key]: [value] }],
            on: { one: value },
          },
          y: 1,
        });
      }),
      { seed: 22, numRuns: 500 },
    );
  });
});
