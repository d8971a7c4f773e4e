import { Container, Entry, entrySeparator, entryValue } from './container';
import { columns, lineEnd, lineStart } from './lines';
import { Splice } from './splices';

/**
 * One attribute as `terraform fmt` aligns it: its `=` stands one space after the
 * longest key of the lines directly above and below it that hold a whole attribute.
 */
export interface Row {
  /** Columns of what stands before the separator. */
  width: number;
  /** Spaces before the separator; undefined when it is something else than spaces. */
  spaces: number | undefined;
  /** Index of the separator; undefined for a row that is about to be written. */
  separator: number | undefined;
  /** Written with `=` and sharing its line with no other entry, so that it can be aligned. */
  alone: boolean;
  /** Aligned with its neighbours: alone, and whole on its line (or a heredoc). */
  aligned: boolean;
  /** Stands on the line directly below the row before it. */
  joined: boolean;
}

/** The rows from the run above `index` to the run below it. */
export function rowsAround(
  text: string,
  container: Container,
  index: number,
): { rows: Row[]; from: number } {
  const { entries } = container;
  let from = Math.min(index, entries.length - 1);
  while (from > 0 && rowOf(text, container, from)?.joined) {
    const above = rowOf(text, container, from - 1);
    if (!above?.aligned) {
      break;
    }
    from -= 1;
  }
  const rows: Row[] = [];
  for (let at = from; at < entries.length; at += 1) {
    const row = rowOf(text, container, at);
    if (!row || (at > index && !(row.joined && row.aligned))) {
      break;
    }
    rows.push(row);
  }
  return { rows, from };
}

/** The rows of the run that ends just above `index`, and of the one that begins at it. */
export function rowsBeside(
  text: string,
  container: Container,
  index: number,
): { above: Row[]; below: Row[] } {
  const upper = index > 0 ? rowsAround(text, container, index - 1) : undefined;
  const lower =
    index < container.entries.length
      ? rowsAround(text, container, index)
      : undefined;
  return {
    above: upper ? upper.rows.slice(0, index - upper.from) : [],
    below: lower ? lower.rows.slice(index - lower.from) : [],
  };
}

function rowOf(
  text: string,
  { entries, open, close, isFile }: Container,
  index: number,
): Row | undefined {
  const entry = entries[index];
  const separator = entrySeparator(entry);
  if (!separator) {
    return undefined;
  }
  const start = lineStart(text, entry.start);
  const before = text.slice(start, separator.index);
  const lead = before.trimEnd();
  const blanks = before.slice(lead.length);
  const next = entries[index + 1];
  const previous = entries[index - 1];
  const alone =
    separator.text === '=' &&
    !lead.includes('\n') &&
    (previous?.end ?? open - (isFile ? 1 : 0)) <= start &&
    ((isFile && !next) ||
      text.slice(entry.end, next?.start ?? close).includes('\n'));
  return {
    width: columns(lead.trimStart().replace(/^\uFEFF/, '')),
    spaces: /^ *$/.test(blanks) ? blanks.length : undefined,
    separator: separator.index,
    alone,
    aligned: alone && isWhole(text, entry),
    joined: previous !== undefined && isNextLine(text, previous, start),
  };
}

/** Whether an entry keeps its run together: on one line, or a heredoc, which counts as one. */
function isWhole(text: string, entry: Entry): boolean {
  const value = entryValue(entry)!;
  const source = text.slice(value.startIndex, value.endIndex);
  return !source.includes('\n') || source.startsWith('<<');
}

function isNextLine(text: string, previous: Entry, start: number): boolean {
  const end = lineEnd(text, previous.end);
  return end < start && /^\r?\n$/.test(text.slice(end, start));
}

/**
 * Keeps alignment as it was: a run that `terraform fmt` would have left alone is
 * moved so that it still would; any other run stays as it is, and only new rows
 * are put where `terraform fmt` wants them.
 */
export function realign(
  before: Row[],
  after: Row[],
): { splices: Splice[]; spacesOf: Map<Row, number> } {
  const clean = new Set(
    runs(before)
      .filter(run => run.every(row => row.spaces === spacesIn(run, row)))
      .flatMap(run => run.map(row => row.separator)),
  );
  const splices: Splice[] = [];
  const spacesOf = new Map<Row, number>();
  for (const run of runs(after)) {
    const movable = run.every(
      row => row.separator === undefined || clean.has(row.separator),
    );
    for (const row of run) {
      const spaces = spacesIn(run, row);
      if (row.separator === undefined) {
        spacesOf.set(row, spaces);
      } else if (movable) {
        splices.push({
          start: row.separator - row.spaces!,
          end: row.separator,
          text: ' '.repeat(spaces),
        });
      }
    }
  }
  return { splices, spacesOf };
}

function runs(rows: Row[]): Row[][] {
  const found: Row[][] = [];
  for (const row of rows) {
    const run = found[found.length - 1];
    const previous = run?.[run.length - 1];
    if (previous?.aligned && row.aligned && row.joined) {
      run.push(row);
    } else {
      found.push([row]);
    }
  }
  return found;
}

function spacesIn(run: Row[], row: Row): number {
  return row.aligned
    ? Math.max(...run.map(({ width }) => width)) - row.width + 1
    : 1;
}

/** The same rows with the first one joined, or not, to what comes before it. */
export function rejoin(rows: Row[], joined: boolean): Row[] {
  return rows.map((row, index) => (index === 0 ? { ...row, joined } : row));
}
