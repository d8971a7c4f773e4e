import { planPreview } from '../../__testUtils__/planPreview';
import { unifiedDiff } from './unifiedDiff';

const [file] = planPreview().files;

it.each([
  ['changed', file.path, `a/${file.path}`, `b/${file.path}`],
  ['added', file.path, '/dev/null', `b/${file.path}`],
  ['removed', file.path, `a/${file.path}`, '/dev/null'],
] as const)('writes a file that is %s as git does', (status, _, from, to) => {
  expect(unifiedDiff({ ...file, status })).toBe(
    [
      `--- ${from}`,
      `+++ ${to}`,
      '@@ -2,2 +2,3 @@ inputs = {',
      '   workloads = [',
      '+    { name = "feast" },',
      '-    # none yet',
      '   ]',
      '',
    ].join('\n'),
  );
});
