import { lineEnd, startsLine } from './lines';

export interface Span {
  start: number;
  end: number;
}

/** What stands between two entries: comments and at most one comma. */
export interface Gap {
  comma?: number;
  /** In order; a line comment ends before its line ending. */
  comments: Span[];
}

/** Reads the text between two entries, which the grammar lets hold only blanks, comments and a comma. */
export function readGap(text: string, start: number, end: number): Gap {
  const gap: Gap = { comments: [] };
  let at = start;
  while (at < end) {
    const commentEnd = endOfComment(text, at, end);
    if (commentEnd !== undefined) {
      gap.comments.push({ start: at, end: commentEnd });
      at = commentEnd;
    } else {
      if (text[at] === ',') {
        gap.comma = at;
      }
      at += 1;
    }
  }
  return gap;
}

function endOfComment(
  text: string,
  at: number,
  end: number,
): number | undefined {
  if (text.startsWith('/*', at)) {
    return text.indexOf('*/', at + 2) + 2;
  }
  if (text[at] === '#' || text.startsWith('//', at)) {
    const newline = text.indexOf('\n', at);
    if (newline === -1 || newline > end) {
      return end;
    }
    return text[newline - 1] === '\r' ? newline - 1 : newline;
  }
  return undefined;
}

/** Where the line of an entry ends: after its comma, its trailing comments and blanks. */
export function endOfTail(text: string, end: number, gap: Gap): number {
  let at = gap.comma === undefined ? end : gap.comma + 1;
  for (const comment of gap.comments) {
    const sameLine = !text.slice(at, comment.start).includes('\n');
    if (comment.start >= at && sameLine) {
      at = comment.end;
    }
  }
  const rest = lineEnd(text, at);
  return text.slice(at, rest).trim() === '' ? rest : at;
}

/** The comments directly above the entry at `start`, without a blank line between them. */
export function leadComments(
  text: string,
  from: number,
  start: number,
): Span[] {
  const found: Span[] = [];
  let below = start;
  for (const comment of readGap(text, from, start).comments.reverse()) {
    const between = text.slice(comment.end, below);
    if (
      !/^[ \t]*(?:\r?\n)?[ \t]*$/.test(between) ||
      !startsLine(text, comment.start)
    ) {
      break;
    }
    found.unshift(comment);
    below = comment.start;
  }
  return found;
}
