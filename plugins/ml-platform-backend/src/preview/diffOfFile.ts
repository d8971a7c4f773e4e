import type { FileDiff } from '@ml-platform/plugin-ml-platform-common';
import type { FileChange } from '@ml-platform/plugin-terragrunt-node';
import { structuredPatch } from 'diff';

const CONTEXT_LINES = 3;

/** The changed lines of a file with three around them, never the whole file. */
export function diffOfFile({ path, before, after }: FileChange): FileDiff {
  const { hunks } = structuredPatch(
    path,
    path,
    before ?? '',
    after ?? '',
    undefined,
    undefined,
    { context: CONTEXT_LINES },
  );
  const lines = hunks.flatMap(hunk => hunk.lines);
  return {
    path,
    status: statusOf(before, after),
    hunks: hunks.map(hunk => ({
      oldStart: hunk.oldStart,
      oldLines: hunk.oldLines,
      newStart: hunk.newStart,
      newLines: hunk.newLines,
      header: blockBefore(before ?? '', hunk.oldStart),
      lines: hunk.lines,
    })),
    additions: lines.filter(line => line.startsWith('+')).length,
    deletions: lines.filter(line => line.startsWith('-')).length,
  };
}

function statusOf(
  before: string | undefined,
  after: string | undefined,
): FileDiff['status'] {
  if (before === undefined) {
    return 'added';
  }
  return after === undefined ? 'removed' : 'changed';
}

/** The last line above the hunk that begins a block, as Git finds it: one that begins with a letter. */
function blockBefore(text: string, line: number): string | undefined {
  return text
    .split(/\r?\n/)
    .slice(0, Math.max(0, line - 1))
    .filter(candidate => /^[A-Za-z_$]/.test(candidate))
    .pop()
    ?.trimEnd()
    .slice(0, 80);
}
