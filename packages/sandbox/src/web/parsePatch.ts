import { diffWordsWithSpace } from 'diff';

export type LineKind = 'context' | 'added' | 'removed';

export interface Segment {
  text: string;
  /** Differs from the line it replaces or is replaced by. */
  changed: boolean;
}

export interface DiffLine {
  kind: LineKind;
  oldNumber?: number;
  newNumber?: number;
  segments: Segment[];
  /** The text does not end with a line break. */
  noNewline?: boolean;
}

export interface Hunk {
  header: string;
  lines: DiffLine[];
}

/** Reads the hunks of a unified diff, with the words that changed. */
export function parsePatch(patch: string): Hunk[] {
  const hunks: Hunk[] = [];
  let oldNumber = 0;
  let newNumber = 0;
  for (const line of patch.split('\n')) {
    const start = /^@@ -(\d+)(?:,\d+)? \+(\d+)(?:,\d+)? @@/.exec(line);
    const hunk = hunks[hunks.length - 1];
    if (start) {
      oldNumber = Number(start[1]);
      newNumber = Number(start[2]);
      hunks.push({ header: line, lines: [] });
    } else if (hunk && line.startsWith('\\')) {
      const last = hunk.lines[hunk.lines.length - 1];
      if (last) last.noNewline = true;
    } else if (hunk) {
      const segments = [{ text: line.slice(1), changed: false }];
      if (line.startsWith('+')) {
        hunk.lines.push({ kind: 'added', newNumber, segments });
      } else if (line.startsWith('-')) {
        hunk.lines.push({ kind: 'removed', oldNumber, segments });
      } else {
        hunk.lines.push({ kind: 'context', oldNumber, newNumber, segments });
      }
      if (!line.startsWith('+')) oldNumber += 1;
      if (!line.startsWith('-')) newNumber += 1;
    }
  }
  for (const hunk of hunks) markChangedWords(hunk.lines);
  return hunks;
}

/** Removed lines followed by as many added ones are the same lines, changed. */
function markChangedWords(lines: DiffLine[]): void {
  let position = 0;
  while (position < lines.length) {
    const removed = run(lines, position, 'removed');
    const added = run(lines, position + removed.length, 'added');
    if (removed.length > 0 && removed.length === added.length) {
      removed.forEach((line, index) => markPair(line, added[index]));
    }
    position += Math.max(1, removed.length + added.length);
  }
}

function run(lines: DiffLine[], from: number, kind: LineKind): DiffLine[] {
  const end = lines.findIndex((line, at) => at >= from && line.kind !== kind);
  return lines.slice(from, end < 0 ? undefined : end);
}

/** Lines that have little in common are better read whole. */
const LEAST_COMMON_SHARE = 0.4;
const LONGEST_COMPARED = 2000;

function markPair(before: DiffLine, after: DiffLine): void {
  const [old, now] = [before.segments[0].text, after.segments[0].text];
  if (old.length + now.length > LONGEST_COMPARED) return;
  const parts = diffWordsWithSpace(old, now);
  const common = parts
    .filter(part => !part.added && !part.removed)
    .reduce((sum, part) => sum + part.value.trim().length, 0);
  const longer = Math.max(old.trim().length, now.trim().length);
  if (common < longer * LEAST_COMMON_SHARE) return;
  before.segments = parts
    .filter(part => !part.added)
    .map(part => ({ text: part.value, changed: part.removed === true }));
  after.segments = parts
    .filter(part => !part.removed)
    .map(part => ({ text: part.value, changed: part.added === true }));
}
