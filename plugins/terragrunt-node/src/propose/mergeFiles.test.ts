import { compareTrees, mergeTexts } from './mergeFiles';

function listing(files: Record<string, string>) {
  return Object.entries(files).map(([path, content]) => {
    const [sha, mode = '100644'] = content.split(' ');
    return { path, sha, mode };
  });
}

describe('compareTrees', () => {
  it.each([
    ['nothing changed', { a: '1' }, { a: '1' }, { a: '1' }, [], []],
    ['changed on base', { a: '1' }, { a: '2' }, { a: '1' }, [], []],
    ['changed on branch', { a: '1' }, { a: '1' }, { a: '2' }, ['a=2'], []],
    ['added on branch', {}, {}, { a: '1' }, ['a=1'], []],
    ['removed on branch', { a: '1' }, { a: '1' }, {}, ['a='], []],
    [
      'mode changed on branch',
      { a: '1' },
      { a: '1' },
      { a: '1 100755' },
      ['a=1'],
      [],
    ],
    ['same change on both', { a: '1' }, { a: '2' }, { a: '2' }, [], []],
    ['removed on both', { a: '1' }, {}, {}, [], []],
    ['changed on both', { a: '1' }, { a: '2' }, { a: '3' }, [], ['a']],
    ['added on both', {}, { a: '2' }, { a: '3' }, [], ['a']],
    ['removed and changed', { a: '1' }, {}, { a: '3' }, [], ['a']],
    ['changed and removed', { a: '1' }, { a: '2' }, {}, [], ['a']],
  ] as [string, Record<string, string>, Record<string, string>, Record<string, string>, string[], string[]][])(
    'sees what is %s',
    (_name, ancestor, base, branch, branchOnly, both) => {
      const result = compareTrees(
        listing(ancestor),
        listing(base),
        listing(branch),
      );
      expect(
        result.branchOnly.map(({ path, file }) => `${path}=${file?.sha ?? ''}`),
      ).toEqual(branchOnly);
      expect(result.both).toEqual(both);
    },
  );
});

describe('mergeTexts', () => {
  const text = 'a\nb\nc\nd\ne\n';
  it.each([
    [
      'changes of both',
      'A\nb\nc\nd\ne\n',
      'a\nb\nc\nd\nE\n',
      'A\nb\nc\nd\nE\n',
    ],
    [
      'the same change once',
      'a\nX\nc\nd\ne\n',
      'a\nX\nc\nd\ne\n',
      'a\nX\nc\nd\ne\n',
    ],
    [
      'a removal and an addition',
      'b\nc\nd\ne\n',
      `${text}f\n`,
      'b\nc\nd\ne\nf\n',
    ],
    [
      'a text without last newline',
      'A\nb\nc\nd\ne\n',
      'a\nb\nc\nd\ne',
      'A\nb\nc\nd\ne',
    ],
  ])('keeps %s', (_name, base, branch, expected) => {
    expect(mergeTexts(text, base, branch)).toBe(expected);
  });

  it('keeps line ends and byte order marks', () => {
    expect(
      mergeTexts(
        '\ufeffa\r\nb\r\nc\r\n',
        '\ufeffA\r\nb\r\nc\r\n',
        '\ufeffa\r\nb\r\nC\r\n',
      ),
    ).toBe('\ufeffA\r\nb\r\nC\r\n');
  });

  it.each([
    ['the same line differently', 'a\nX\nc\nd\ne\n', 'a\nY\nc\nd\ne\n'],
    ['two additions at one place', `${text}x\n`, `${text}y\n`],
  ])('does not guess at %s', (_name, base, branch) => {
    expect(mergeTexts(text, base, branch)).toBeUndefined();
  });
});
