import type { FileDiff } from '@ml-platform/plugin-ml-platform-common';

/** The line above a hunk: `@@ -2,3 +2,4 @@ inputs = {`. */
export function hunkTitle(hunk: FileDiff['hunks'][number]): string {
  const { oldStart, oldLines, newStart, newLines, header } = hunk;
  const title = `@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`;
  return header ? `${title} ${header}` : title;
}

/** The diff as `git apply` reads it. */
export function unifiedDiff({ path, status, hunks }: FileDiff): string {
  return [
    `--- ${status === 'added' ? '/dev/null' : `a/${path}`}`,
    `+++ ${status === 'removed' ? '/dev/null' : `b/${path}`}`,
    ...hunks.flatMap(hunk => [hunkTitle(hunk), ...hunk.lines]),
    '',
  ].join('\n');
}
