import { columns, lineEnd, lineStart, nextLineStart } from './lines';
import { Splice } from './splices';
import { SyntaxNode } from './syntax';

/** A text with the root of its syntax tree. */
interface Parsed {
  text: string;
  root: SyntaxNode;
}

/** A comment behind code on its line. */
interface Trailing {
  start: number;
  /** Columns of the code before it. */
  width: number;
  /** Spaces before it; undefined when it is something else than spaces. */
  spaces: number | undefined;
}

/**
 * Comments behind code that `terraform fmt` had aligned are aligned again when
 * an edit changed the code before one of them, or the lines between them.
 * Others stay where they are.
 *
 * @returns splices on the text after the edit
 */
export function alignComments(
  before: Parsed,
  after: Parsed,
  splices: Splice[],
): Splice[] {
  const found = new Map<number, Splice>();
  let shift = 0;
  for (const splice of splices) {
    const start = splice.start + shift;
    const end = start + splice.text.length;
    shift += splice.text.length - (splice.end - splice.start);
    for (const run of runsAround(after, start, end)) {
      const clean = run.every(({ start: at }) =>
        wasClean(before, originalIndex(at, splices)),
      );
      const width = Math.max(...run.map(each => each.width));
      for (const each of clean ? run : []) {
        const spaces = each.spaces ?? 0;
        const wanted = ' '.repeat(width - each.width + 1);
        found.set(each.start, {
          start: each.start - spaces,
          end: each.start,
          text: wanted,
        });
      }
    }
  }
  return [...found.values()];
}

/** The runs of trailing comments on the lines of a range and directly beside it. */
function runsAround(parsed: Parsed, start: number, end: number): Trailing[][] {
  const { text } = parsed;
  const runs = new Map<number, Trailing[]>();
  let at = lineStart(text, Math.max(lineStart(text, start) - 1, 0));
  const last = nextLineStart(text, end);
  while (at <= last && at < text.length) {
    const run = runAt(parsed, at);
    if (run.length > 0) {
      runs.set(run[0].start, run);
    }
    at = nextLineStart(text, run.length > 0 ? run[run.length - 1].start : at);
  }
  return [...runs.values()];
}

/** The comments of consecutive lines that the line at an index is among. */
function runAt(parsed: Parsed, index: number): Trailing[] {
  const own = trailingAt(parsed, index);
  if (!own) {
    return [];
  }
  const run = [own];
  for (let at = lineStart(parsed.text, index); at > 0; ) {
    at = lineStart(parsed.text, at - 1);
    const above = trailingAt(parsed, at);
    if (!above) {
      break;
    }
    run.unshift(above);
  }
  for (
    let at = nextLineStart(parsed.text, own.start);
    at < parsed.text.length;

  ) {
    const below = trailingAt(parsed, at);
    if (!below) {
      break;
    }
    run.push(below);
    at = nextLineStart(parsed.text, at);
  }
  return run;
}

function trailingAt(
  { text, root }: Parsed,
  index: number,
): Trailing | undefined {
  const start = lineStart(text, index);
  const end = lineEnd(text, index);
  // Looking a node up is dear, so lines without a comment sign are left out first.
  if (!/#|\/\//.test(text.slice(start, end))) {
    return undefined;
  }
  const node = root.smallestAt(
    start + text.slice(start, end).trimEnd().length - 1,
  );
  if (node?.type !== 'comment' || text.startsWith('/*', node.startIndex)) {
    return undefined;
  }
  const line = text.slice(start, node.startIndex);
  const code = line.trimEnd();
  const blanks = line.slice(code.length);
  return code === '' || node.startIndex < start
    ? undefined
    : {
        start: node.startIndex,
        width: columns(code),
        spaces: /^ *$/.test(blanks) ? blanks.length : undefined,
      };
}

function wasClean(before: Parsed, index: number | undefined): boolean {
  if (index === undefined) {
    return false;
  }
  const run = runAt(before, index);
  const width = Math.max(...run.map(each => each.width));
  return (
    run.length > 0 && run.every(each => each.spaces === width - each.width + 1)
  );
}

/** Where an index of the text after the splices was before; undefined in inserted text. */
function originalIndex(index: number, splices: Splice[]): number | undefined {
  let shift = 0;
  for (const splice of splices) {
    const start = splice.start + shift;
    if (index < start) {
      break;
    }
    if (index < start + splice.text.length) {
      return undefined;
    }
    shift += splice.text.length - (splice.end - splice.start);
  }
  return index - shift;
}
