import {
  closesOwnLine,
  Container,
  Entry,
  isOnOwnLine,
  needsLineAfter,
  objectIn,
  readContainer,
} from './container';
import { Insertion, renderEntry } from './Insertion';
import { indentAt, lineStart } from './lines';
import { Splice } from './splices';

/** Inserts behind an entry on its line: `[a, b]`, or `}, {` between objects over lines. */
export function insertBesidePrevious(
  insertion: Insertion,
  previous: Entry,
): Splice[] {
  const { text, container, index, style } = insertion;
  const line = needsLineAfter(previous)
    ? style.eol + indentAt(text, previous.start)
    : '';
  const between = indentBetween(insertion);
  const isLast = index === container.entries.length;
  const rendered = renderBeside(
    insertion,
    previous,
    isLast ? undefined : between,
  );
  const added = {
    start: previous.end,
    end: previous.end,
    text: `${line}, ${rendered}`,
  };
  return isLast && closesOwnLine(text, previous)
    ? [
        {
          start: lineStart(text, previous.end),
          end: previous.end - 1,
          text: between,
        },
        added,
      ]
    : [added];
}

/** Inserts before the first entry, which stands on the line of the opening bracket. */
export function insertBesideNext(insertion: Insertion, next: Entry): Splice[] {
  const rendered = renderBeside(insertion, next, indentBetween(insertion));
  return [{ start: next.start, end: next.start, text: `${rendered}, ` }];
}

/** Renders in the shape of a neighbour: on one line, or its closing bracket alone on the last. */
function renderBeside(
  insertion: Insertion,
  neighbour: Entry,
  closing: string | undefined,
): string {
  const { text, style } = insertion;
  if (!text.slice(neighbour.start, neighbour.end).includes('\n')) {
    return renderEntry(insertion, { indent: '', lines: false });
  }
  const inner = innerIndent(text, neighbour);
  const indent = inner?.endsWith(style.unit)
    ? inner.slice(0, -style.unit.length)
    : indentAt(text, neighbour.end);
  const rendered = renderEntry(insertion, { indent, lines: true });
  const last = rendered.lastIndexOf('\n') + 1;
  const bracket = rendered.slice(last).trimStart();
  return last === 0
    ? rendered
    : rendered.slice(0, last) +
        (closing ?? indentAt(text, neighbour.end)) +
        bracket;
}

function innerIndent(text: string, entry: Entry): string | undefined {
  const object = objectIn(entry);
  const first = object && readContainer(object, text)?.entries[0];
  return first && isOnOwnLine(first, text)
    ? indentAt(text, first.start)
    : undefined;
}

/**
 * The indentation of lines that read `}, {`. Where the list has none yet, that
 * of `terraform fmt`: one level further in than the line with the opening bracket.
 */
export function indentBetween({ text, container, style }: Insertion): string {
  const existing = separatingEntry(text, container);
  return existing
    ? indentAt(text, existing.end)
    : indentAt(text, container.open - 1) + style.unit;
}

function separatingEntry(
  text: string,
  { entries }: Container,
): Entry | undefined {
  return entries
    .slice(0, -1)
    .find(
      (entry, index) =>
        closesOwnLine(text, entry) &&
        !text.slice(entry.end, entries[index + 1].start).includes('\n'),
    );
}
