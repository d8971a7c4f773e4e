import { realign, rejoin, rowsBeside } from './alignment';
import {
  closesOwnLine,
  Container,
  Entry,
  isOnOwnLine,
  needsLineAfter,
} from './container';
import { endOfTail, Gap, leadComments, readGap } from './gap';
import {
  indentAt,
  isBlankLine,
  lineEnd,
  lineStart,
  nextLineStart,
} from './lines';
import { Splice } from './splices';

/**
 * The splices that remove an entry with its comma and its own comments: those
 * directly above it without a blank line between, and those behind it on its line.
 */
export function removeEntry(
  text: string,
  container: Container,
  index: number,
): Splice[] {
  const { entries, kind, open, close } = container;
  const entry = entries[index];
  const previous = entries[index - 1];
  const next = entries[index + 1];
  const gap = readGap(text, entry.end, next?.start ?? close);
  const lead = leadComments(text, previous?.end ?? open, entry.start)[0];
  const tail = endOfTail(text, entry.end, gap);
  if (entries.length === 1 && kind !== 'body') {
    const rest =
      text.slice(open, lead?.start ?? entry.start) + text.slice(tail, close);
    if (rest.replace(/,/, '').trim() === '') {
      return [{ start: open, end: close, text: '' }];
    }
  }
  const wholeLines =
    isOnOwnLine(entry, text) &&
    tail === lineEnd(text, tail) &&
    (tail < close || container.isFile);
  if (!wholeLines) {
    return removeWithin(text, container, index, tail);
  }
  const from = lineStart(text, lead?.start ?? entry.start);
  const to = nextLineStart(text, tail);
  const lines = removeLines(text, container, { from, to }, index);
  return [
    lines,
    ...commaNoLongerNeeded(text, container, index, gap),
    ...closeRun(text, container, index, lines),
  ];
}

/** Removes lines, and the blank ones that only kept the entry apart from its neighbours. */
function removeLines(
  text: string,
  container: Container,
  lines: { from: number; to: number },
  index: number,
): Splice {
  let { from, to } = lines;
  const floor = container.isFile ? 0 : nextLineStart(text, container.open - 1);
  const isLast = text.slice(to, container.close).trim() === '';
  const blankBelow = to < container.close && !isLast && isBlankLine(text, to);
  const isFirst =
    from <= floor || text.slice(container.open, from).trim() === '';
  if (isFirst && index === 0) {
    while (blankBelow && isBlankLine(text, to) && to < container.close) {
      to = nextLineStart(text, to);
    }
  } else if (blankBelow || isLast) {
    while (from > floor && isBlankLine(text, lineStart(text, from - 1))) {
      from = lineStart(text, from - 1);
    }
  }
  if (to === text.length && !text.endsWith('\n') && from > 0) {
    // The file ended without a line ending, and still does.
    return {
      start: lineEnd(text, lineStart(text, from - 1)),
      end: to,
      text: '',
    };
  }
  const start = from === 0 && text.startsWith('\uFEFF') ? 1 : from;
  return { start, end: to, text: '' };
}

function removeWithin(
  text: string,
  { entries, open }: Container,
  index: number,
  tail: number,
): Splice[] {
  const entry = entries[index];
  const previous = entries[index - 1];
  const next = entries[index + 1];
  const besideNext = next && !text.slice(entry.end, next.start).includes('\n');
  if (next && (!previous || (besideNext && isOnOwnLine(entry, text)))) {
    return [{ start: entry.start, end: next.start, text: '' }];
  }
  if (previous) {
    // The comma behind the entry, if any, now follows the one before it.
    const from = needsLineAfter(previous)
      ? readGap(text, previous.end, entry.start).comma ?? previous.end
      : previous.end;
    const removed = { start: from, end: entry.end, text: '' };
    return next
      ? [removed]
      : [...closeLikeLast(text, previous, entry), removed];
  }
  const start =
    open +
    (text.slice(open, entry.start).match(/^.*?(?=\s*$)/s)?.[0].length ?? 0);
  return [{ start, end: Math.max(tail, entry.end), text: '' }];
}

/** Of objects joined by `}, {` the new last one closes where the old one did. */
function closeLikeLast(text: string, previous: Entry, last: Entry): Splice[] {
  return closesOwnLine(text, previous) && closesOwnLine(text, last)
    ? [
        {
          start: lineStart(text, previous.end),
          end: previous.end - 1,
          text: indentAt(text, last.end),
        },
      ]
    : [];
}

/** A list whose last element has no comma keeps that habit when its last element goes. */
function commaNoLongerNeeded(
  text: string,
  { entries, kind }: Container,
  index: number,
  gap: Gap,
): Splice[] {
  const previous: Entry | undefined = entries[index - 1];
  const isLast = index === entries.length - 1;
  if (!previous || !isLast || gap.comma !== undefined || kind === 'body') {
    return [];
  }
  const { comma } = readGap(text, previous.end, entries[index].start);
  if (comma === undefined) {
    return [];
  }
  const start = needsLineAfter(previous) ? lineEnd(text, previous.end) : comma;
  const alone =
    text.slice(previous.end, comma).trim() === '' && start !== comma;
  return [{ start: alone ? start : comma, end: comma + 1, text: '' }];
}

/** Moves the rest of an aligned run when its longest key goes, or what kept two runs apart. */
function closeRun(
  text: string,
  container: Container,
  index: number,
  removed: Splice,
): Splice[] {
  if (container.kind !== 'object' && container.kind !== 'body') {
    return [];
  }
  const { above } = rowsBeside(text, container, index);
  const { below } = rowsBeside(text, container, index + 1);
  const own = rowsBeside(text, container, index).below.slice(0, 1);
  const previous = container.entries[index - 1];
  const next = container.entries[index + 1];
  const remaining =
    previous && next
      ? text.slice(lineEnd(text, previous.end), removed.start) +
        text.slice(removed.end, lineStart(text, next.start))
      : '';
  const after = [...above, ...rejoin(below, /^\r?\n$/.test(remaining))];
  return realign([...above, ...own, ...below], after).splices;
}
