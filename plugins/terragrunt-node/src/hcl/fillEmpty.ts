import { readGap } from './gap';
import { Insertion, renderEntry } from './Insertion';
import { columns, indentAt, lineEnd, lineStart, startsLine } from './lines';
import { MAX_LINE_WIDTH, wantsLines } from './renderValue';
import { Splice } from './splices';

/** False when an empty list or object within a line would have to be opened over several. */
export function fitsWhereItIs(insertion: Insertion): boolean {
  return insertion.container.entries.length > 0 || fitsOneLine(insertion);
}

/** The splices that put the first entry into an empty list, object or body. Comments in it stay. */
export function fillEmpty(insertion: Insertion): Splice[] {
  const { text, container, style } = insertion;
  const { open, close } = container;
  const { comments } = readGap(text, open, close);
  const outer = indentAt(text, open - 1);
  const inner = outer + style.unit;
  const line = (indent: string) =>
    indent +
    renderEntry(insertion, { indent, lines: true }) +
    trailingComma(insertion);
  if (container.isFile) {
    return fillFile(insertion);
  }
  if (comments.length > 0) {
    if (startsLine(text, close)) {
      const own = comments.filter(({ start }) => startsLine(text, start));
      const indent = own.length > 0 ? indentAt(text, own[0].start) : inner;
      const at = lineStart(text, close);
      return [{ start: at, end: at, text: line(indent) + style.eol }];
    }
    const at = comments[comments.length - 1].end;
    const added = `${style.eol}${line(inner)}${style.eol}${outer}`;
    return [{ start: at, end: close, text: added }];
  }
  if (fitsOneLine(insertion)) {
    const rendered = renderEntry(insertion, { indent: outer, lines: false });
    const padded = container.kind === 'object' ? ` ${rendered} ` : rendered;
    return [{ start: open, end: close, text: padded }];
  }
  const closing = startsLine(text, close) ? indentAt(text, close) : outer;
  const added = `${style.eol}${line(inner)}${style.eol}${closing}`;
  return [{ start: open, end: close, text: added }];
}

function fillFile(insertion: Insertion): Splice[] {
  const { text, style } = insertion;
  const rendered = renderEntry(insertion, { indent: '', lines: true });
  const begun = text.replace('\uFEFF', '').trim() !== '';
  const ended = /\n$/.test(text) || !begun;
  const before = begun ? style.eol.repeat(ended ? 1 : 2) : '';
  const at = text.length;
  const added = `${before}${rendered}${ended ? style.eol : ''}`;
  return [{ start: at, end: at, text: added }];
}

function fitsOneLine(insertion: Insertion): boolean {
  const { text, container, entry, style, inline } = insertion;
  const { kind, open, close } = container;
  if (kind === 'body' || text.slice(open, close).includes('\n')) {
    return false;
  }
  const indent = indentAt(text, open - 1);
  if (kind !== 'object' && !wantsLines(entry.value, { style, indent })) {
    return true;
  }
  const line = text.slice(lineStart(text, open), lineEnd(text, close));
  const rendered = renderEntry(insertion, { indent, lines: false });
  return inline && columns(line) + columns(rendered) <= MAX_LINE_WIDTH;
}

function trailingComma({ container, entry, style }: Insertion): string {
  const comma =
    container.kind === 'object' && entry.key !== undefined
      ? style.commas && style.trailingComma
      : container.kind === 'list' && style.trailingComma;
  return comma ? ',' : '';
}
