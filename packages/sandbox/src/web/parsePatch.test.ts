import { parsePatch } from './parsePatch';

const lines = (patch: string) =>
  parsePatch(patch).flatMap(hunk =>
    hunk.lines.map(({ kind, oldNumber, newNumber, segments, noNewline }) => [
      kind,
      oldNumber,
      newNumber,
      segments
        .map(({ text, changed }) => (changed ? `[${text}]` : text))
        .join(''),
      ...(noNewline ? ['no newline'] : []),
    ]),
  );

describe('parsePatch', () => {
  it('numbers lines and marks the words that changed', () => {
    expect(
      lines(
        '@@ -5,3 +5,4 @@ inputs\n a\n-  size = 1\n+  size = 2\n+  new = true\n b',
      ),
    ).toEqual([
      ['context', 5, 5, 'a'],
      ['removed', 6, undefined, '  size = 1'],
      ['added', undefined, 6, '  size = 2'],
      ['added', undefined, 7, '  new = true'],
      ['context', 7, 8, 'b'],
    ]);
    expect(lines('@@ -1 +1 @@\n-  size = 1\n+  size = 2')).toEqual([
      ['removed', 1, undefined, '  size = [1]'],
      ['added', undefined, 1, '  size = [2]'],
    ]);
  });

  it('leaves lines that have little in common unmarked', () => {
    expect(lines('@@ -1 +1 @@\n-alpha beta gamma\n+one two three')).toEqual([
      ['removed', 1, undefined, 'alpha beta gamma'],
      ['added', undefined, 1, 'one two three'],
    ]);
  });

  it('knows several hunks, a missing line break, and text like a header', () => {
    expect(
      lines(
        '@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+@@ -9 +9 @@\n@@ -10 +10 @@\n x',
      ),
    ).toEqual([
      ['removed', 1, undefined, 'a', 'no newline'],
      ['added', undefined, 1, '@@ -9 +9 @@'],
      ['context', 10, 10, 'x'],
    ]);
  });
});
