import { diffOfFile } from './diffOfFile';

const lines = (count: number) =>
  Array.from({ length: count }, (_, index) => `  line ${index}`);
const long = ['inputs = {', ...lines(40), '}', ''].join('\n');

it.each([
  ['new', undefined, 'a\nb\n', 'added', 2, 0],
  ['removed', 'a\nb\n', undefined, 'removed', 0, 2],
  ['changed', 'a\nb\n', 'a\nc\n', 'changed', 1, 1],
  ['changed in its line endings alone', 'a\r\n', 'a\n', 'changed', 1, 1],
] as const)(
  'counts the lines of a file that is %s',
  (_, before, after, status, additions, deletions) => {
    expect(diffOfFile({ path: 'x', before, after })).toMatchObject({
      path: 'x',
      status,
      additions,
      deletions,
    });
  },
);

it('gives three lines around a change and the block they stand in', () => {
  const { hunks } = diffOfFile({
    path: 'x',
    before: long,
    after: long.replace('  line 20\n', '  line 20\n  new\n'),
  });
  expect(hunks).toEqual([
    {
      oldStart: 20,
      oldLines: 6,
      newStart: 20,
      newLines: 7,
      header: 'inputs = {',
      lines: [
        '   line 18',
        '   line 19',
        '   line 20',
        '+  new',
        '   line 21',
        '   line 22',
        '   line 23',
      ],
    },
  ]);
});

it('keeps distant changes apart and gives nothing between them', () => {
  const { hunks } = diffOfFile({
    path: 'x',
    before: long,
    after: long.replace('  line 3\n', '').replace('  line 35\n', ''),
  });
  expect(hunks).toHaveLength(2);
  expect(JSON.stringify(hunks)).not.toContain('line 20');
});

it('says that a file has no newline at its end', () => {
  const { hunks } = diffOfFile({ path: 'x', before: 'a', after: 'b' });
  expect(hunks[0].lines).toContain('\\ No newline at end of file');
});
