import { realign, rejoin, Row, rowsBeside } from './alignment';
import {
  Container,
  Entry,
  entrySeparator,
  isOnOwnLine,
  needsLineAfter,
  objectIn,
} from './container';
import { fillEmpty } from './fillEmpty';
import { endOfTail, Gap, leadComments, readGap } from './gap';
import { insertBesideNext, insertBesidePrevious } from './insertBeside';
import { Insertion, renderEntry } from './Insertion';
import { separatesByComma } from './learnStyle';
import { columns, indentAt, lineStart } from './lines';
import { MAX_LINE_WIDTH } from './renderValue';
import { Splice } from './splices';

/** The splices that insert an entry, shaped like its neighbours. */
export function insertEntry(insertion: Insertion): Splice[] {
  const { text, container, index } = insertion;
  const { entries } = container;
  if (entries.length === 0) {
    return fillEmpty(insertion);
  }
  const previous = entries[index - 1];
  const next = entries[index];
  if (container.kind === 'body' && !isOnOwnLine(entries[0], text)) {
    return openOneLineBody(insertion);
  }
  if (next && isOnOwnLine(next, text)) {
    return previous && isOnOwnLine(previous, text)
      ? insertBelow(insertion, previous)
      : insertAbove(insertion, next);
  }
  if (!previous) {
    return insertBesideNext(insertion, next);
  }
  return isOnOwnLine(previous, text) && !next
    ? insertBelow(insertion, previous)
    : insertBesidePrevious(insertion, previous);
}

function insertBelow(insertion: Insertion, previous: Entry): Splice[] {
  const { text, container, index, style } = insertion;
  const next = container.entries[index];
  const gap = readGap(text, previous.end, next?.start ?? container.close);
  const indent = indentAt(text, previous.start);
  const ownComma = commaBelow(insertion, gap, next);
  const at = endOfTail(text, previous.end, gap);
  const { rendered, splices } = renderRow(insertion, indent, {
    above: true,
    below: next !== undefined && startsBelow(text, at, next),
  });
  const apart = isSetApart(insertion, rendered, previous);
  const afterwards =
    next && apart && rendered.includes('\n') && startsBelow(text, at, next);
  const inserted = [
    style.eol,
    apart ? style.eol : '',
    indent,
    rendered,
    ownComma === 'own' ? ',' : '',
    afterwards ? style.eol : '',
  ].join('');
  if (ownComma !== 'previous') {
    return [...splices, { start: at, end: at, text: inserted }];
  }
  const comma = needsLineAfter(previous) ? `${style.eol}${indent},` : ',';
  return [
    ...splices,
    ...(at === previous.end
      ? [{ start: at, end: at, text: comma + inserted }]
      : [
          { start: previous.end, end: previous.end, text: comma },
          { start: at, end: at, text: inserted },
        ]),
  ];
}

function insertAbove(insertion: Insertion, next: Entry): Splice[] {
  const { text, container, index, style } = insertion;
  const from = container.entries[index - 1]?.end ?? container.open;
  const lead = leadComments(text, from, next.start)[0];
  const at = lineStart(text, lead?.start ?? next.start);
  const start = text[at] === '\uFEFF' ? at + 1 : at;
  const indent = indentAt(text, next.start);
  const { rendered, splices } = renderRow(insertion, indent, {
    above: false,
    below: lead === undefined,
  });
  const following = container.entries[index + 1];
  const gap = readGap(text, next.end, following?.start ?? container.close);
  const comma = hasCommas(container) || gap.comma !== undefined ? ',' : '';
  const apart = isSetApart(insertion, rendered, next) ? style.eol : '';
  const inserted = `${indent}${rendered}${comma}${style.eol}${apart}`;
  return [...splices, { start, end: start, text: inserted }];
}

function hasCommas(container: Container): boolean {
  return container.kind === 'list' || container.kind === 'arguments';
}

/** Who gets a comma when an entry goes below another: the new one, the one above, or nobody. */
function commaBelow(
  { text, container }: Insertion,
  gap: Gap,
  next: Entry | undefined,
): 'own' | 'previous' | undefined {
  if (gap.comma !== undefined) {
    return 'own';
  }
  const needed =
    hasCommas(container) ||
    (container.kind === 'object' && separatesByComma(container, text) === true);
  return needed && !next ? 'previous' : undefined;
}

/** Whether a blank line belongs between the new entry and its neighbour. */
function isSetApart(
  { text, container, style }: Insertion,
  rendered: string,
  neighbour: Entry,
): boolean {
  const { entries, kind } = container;
  if (kind === 'list' || kind === 'arguments') {
    const [one, other] = entries;
    return other !== undefined && isBlankBelow(text, one, other);
  }
  const lines =
    rendered.includes('\n') ||
    text.slice(neighbour.start, neighbour.end).includes('\n');
  return lines && (style.blankLines || container.isFile);
}

/** Whether the line below an entry is blank. */
function isBlankBelow(text: string, entry: Entry, next: Entry): boolean {
  const gap = readGap(text, entry.end, next.start);
  const at = endOfTail(text, entry.end, gap);
  return /^\r?\n[ \t]*\r?\n/.test(text.slice(at, next.start));
}

/** Whether the neighbours are objects on one line each, and this one fits on one as well. */
function fitsLikeNeighbours(insertion: Insertion, indent: string): boolean {
  const { text, container, index } = insertion;
  const objects = container.entries
    .slice(Math.max(index - 3, 0), index + 3)
    .filter(entry => (objectIn(entry)?.childCount ?? 0) > 2);
  const inline =
    objects.length > 0 &&
    objects.every(entry => !text.slice(entry.start, entry.end).includes('\n'));
  const rendered = renderEntry(insertion, { indent, lines: false });
  return inline && columns(indent + rendered) <= MAX_LINE_WIDTH;
}

/** Renders an attribute for a line of its own, aligned with the rows it comes to stand among. */
function renderRow(
  insertion: Insertion,
  indent: string,
  joins: { above: boolean; below: boolean },
): { rendered: string; splices: Splice[] } {
  const { text, container, index, entry, style } = insertion;
  const lines = !fitsLikeNeighbours(insertion, indent);
  const plain = renderEntry(insertion, { indent, lines });
  const byColon = style.separator === ':' && container.kind !== 'body';
  if (entry.key === undefined || byColon) {
    return { rendered: plain, splices: [] };
  }
  const neighbour = container.entries[index - 1] ?? container.entries[index];
  const apart = isSetApart(insertion, plain, neighbour);
  const width = columns(plain.slice(0, plain.indexOf(' = ')));
  const added: Row = {
    width,
    spaces: undefined,
    separator: undefined,
    alone: true,
    aligned: !plain.includes('\n'),
    joined: joins.above && !apart,
  };
  const { above, below } = rowsBeside(text, container, index);
  const after = [...above, added, ...rejoin(below, joins.below)];
  const { splices, spacesOf } = realign([...above, ...below], after);
  const spaces = spacesOf.get(added);
  return {
    rendered: renderEntry(insertion, { indent, spaces, lines }),
    splices,
  };
}

/** Whether an entry, with its comments, stands on the line directly below `at`. */
function startsBelow(text: string, at: number, next: Entry): boolean {
  return /^\r?\n[ \t]*$/.test(text.slice(at, next.start));
}

/** A block on one line may hold one attribute only, so a second one spreads it over lines. */
function openOneLineBody(insertion: Insertion): Splice[] {
  const { text, container, style } = insertion;
  const [entry] = container.entries;
  const outer = indentAt(text, container.open - 1);
  const inner = outer + style.unit;
  const gap = readGap(text, entry.end, container.close);
  const at = gap.comments.reduce((_, { end }) => end, entry.end);
  const first = container.open + text.slice(container.open).search(/\S/);
  const separator = entrySeparator(entry)!.index;
  const name = text.slice(entry.start, separator).trimEnd();
  const plain = renderEntry(insertion, { indent: inner, lines: true });
  const aligned = !`${plain}${text.slice(entry.start, entry.end)}`.includes(
    '\n',
  );
  const key = plain.slice(0, plain.indexOf(' = '));
  const width = aligned ? Math.max(columns(name), columns(key)) : 0;
  const spaces = Math.max(width - columns(key), 0) + 1;
  const rendered = renderEntry(insertion, {
    indent: inner,
    spaces,
    lines: true,
  });
  return [
    { start: container.open, end: first, text: style.eol + inner },
    {
      start: entry.start + name.length,
      end: separator,
      text: ' '.repeat(Math.max(width - columns(name), 0) + 1),
    },
    ...indentFurther(text, entry, style.unit),
    {
      start: at,
      end: container.close,
      text: `${style.eol}${inner}${rendered}${style.eol}${outer}`,
    },
  ];
}

/** Moves the later lines of an entry in, unless a heredoc among them would change its meaning. */
function indentFurther(text: string, entry: Entry, unit: string): Splice[] {
  const source = text.slice(entry.start, entry.end);
  return source.includes('<<')
    ? []
    : Array.from(source.matchAll(/\n(?=[^\r\n])/g), ({ index }) => {
        const at = entry.start + index + 1;
        return { start: at, end: at, text: unit };
      });
}
