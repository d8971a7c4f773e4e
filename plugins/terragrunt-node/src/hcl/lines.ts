const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Index of the first character of the line that holds `index`. */
export function lineStart(text: string, index: number): number {
  return index === 0 ? 0 : text.lastIndexOf('\n', index - 1) + 1;
}

/** Index where the line's characters end: before `\n` or `\r\n`, or at the end of the text. */
export function lineEnd(text: string, index: number): number {
  const newline = text.indexOf('\n', index);
  if (newline === -1) {
    return text.length;
  }
  return newline > index && text[newline - 1] === '\r' ? newline - 1 : newline;
}

/** Index of the first character of the next line, or the end of the text. */
export function nextLineStart(text: string, index: number): number {
  const newline = text.indexOf('\n', index);
  return newline === -1 ? text.length : newline + 1;
}

/** The blanks a line begins with. A byte order mark is not one of them. */
export function indentAt(text: string, index: number): string {
  const from = skipByteOrderMark(text, lineStart(text, index));
  let to = from;
  while (text[to] === ' ' || text[to] === '\t') {
    to += 1;
  }
  return text.slice(from, to);
}

/** Whether nothing but blanks stands before `index` on its line. */
export function startsLine(text: string, index: number): boolean {
  let at = index;
  while (at > 0 && (text[at - 1] === ' ' || text[at - 1] === '\t')) {
    at -= 1;
  }
  return at === 0 || text[at - 1] === '\n' || text[at - 1] === '\uFEFF';
}

/** Whether the line that starts at `start` holds nothing but blanks. */
export function isBlankLine(text: string, start: number): boolean {
  return text.slice(start, lineEnd(text, start)).trim() === '';
}

/** The line ending used around `index`; `\n` in a text of one line. */
export function lineEnding(text: string, index: number): '\n' | '\r\n' {
  let newline = text.indexOf('\n', index);
  if (newline === -1) {
    newline = text.lastIndexOf('\n');
  }
  return newline > 0 && text[newline - 1] === '\r' ? '\r\n' : '\n';
}

// Places are asked for many at a time in one text, so its lines are found once.
let counted: { text: string; starts: number[] } = { text: '', starts: [0] };

function lineStarts(text: string): number[] {
  if (counted.text !== text) {
    const starts = [0];
    for (
      let newline = text.indexOf('\n');
      newline !== -1;
      newline = text.indexOf('\n', newline + 1)
    ) {
      starts.push(newline + 1);
    }
    counted = { text, starts };
  }
  return counted.starts;
}

/** Line and column of an index, both from 1; the column counts UTF-16 units. */
export function lineAndColumn(
  text: string,
  index: number,
): { line: number; column: number } {
  const starts = lineStarts(text);
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (starts[middle] <= index) {
      low = middle;
    } else {
      high = middle;
    }
  }
  const start = skipByteOrderMark(text, starts[low]);
  return { line: low + 1, column: Math.max(index - start, 0) + 1 };
}

/** Columns as `terraform fmt` counts them: one a grapheme. */
export function columns(text: string): number {
  return /^[\x20-\x7e\t]*$/.test(text)
    ? text.length
    : Array.from(segmenter.segment(text)).length;
}

function skipByteOrderMark(text: string, index: number): number {
  return index === 0 && text[0] === '\uFEFF' ? 1 : index;
}
