/** Replace the characters from `start` up to `end` by `text`. */
export interface Splice {
  start: number;
  end: number;
  text: string;
}

/** Orders splices and drops those that change nothing. */
export function normaliseSplices(text: string, splices: Splice[]): Splice[] {
  return splices
    .filter(splice => text.slice(splice.start, splice.end) !== splice.text)
    .sort((left, right) => left.start - right.start || left.end - right.end);
}

/** The text after all splices; they must be ordered and must not overlap. */
export function applySplices(text: string, splices: Splice[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const splice of splices) {
    if (splice.start < at) {
      throw new Error('Splices overlap');
    }
    parts.push(text.slice(at, splice.start), splice.text);
    at = splice.end;
  }
  parts.push(text.slice(at));
  return parts.join('');
}
