/**
 * The grammar takes every character of a string and every blank as a token of
 * its own, so most of a parse goes into text without any structure. The parser is
 * given a shorter text with the same structure: without the inside of plain
 * strings, without indentation, and one blank where there are several.
 *
 * Only letters, digits and a few signs between letters or digits are left out of
 * strings. Whatever the quotes around them belong to (a string, a comment, a
 * heredoc, a template), such a stretch opens and closes nothing in HCL.
 */
const WITHOUT_STRUCTURE =
  /\n[ \t]+|[ \t]{2,}|"[A-Za-z0-9][\w.:/@-]+[A-Za-z0-9](?=")/g;

/** A text as the parser gets it, and the way back to the places in the original. */
export class Compaction {
  private constructor(
    /** The shorter text. */
    readonly text: string,
    /** Where in the shorter text something was left out, ascending. */
    private readonly cuts: Int32Array,
    /** For each cut where the original goes on behind it. */
    private readonly resumes: Int32Array,
  ) {}

  static of(original: string): Compaction {
    const parts: string[] = [];
    const cuts: number[] = [];
    const resumes: number[] = [];
    let at = 0;
    let length = 0;
    for (const match of original.matchAll(WITHOUT_STRUCTURE)) {
      // The newline, the first blank or the opening quote stays.
      const start = match.index + 1;
      parts.push(original.slice(at, start));
      length += start - at;
      at = match.index + match[0].length;
      cuts.push(length);
      resumes.push(at);
    }
    parts.push(original.slice(at));
    return new Compaction(
      parts.join(''),
      Int32Array.from(cuts),
      Int32Array.from(resumes),
    );
  }

  /** The original index of something that begins at an index of the shorter text. */
  originalStart(index: number): number {
    return this.#original(index, this.#countUpTo(index + 1));
  }

  /** The original index of something that ends at an index of the shorter text. */
  originalEnd(index: number): number {
    return this.#original(index, this.#countUpTo(index));
  }

  /** The index in the shorter text of an original index. */
  compactIndex(original: number): number {
    let low = 0;
    let high = this.resumes.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.resumes[middle] <= original) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    const before = low - 1;
    const index =
      before < 0
        ? original
        : this.cuts[before] + original - this.resumes[before];
    return low < this.cuts.length ? Math.min(index, this.cuts[low]) : index;
  }

  /** How many cuts lie before an index of the shorter text. */
  #countUpTo(index: number): number {
    let low = 0;
    let high = this.cuts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.cuts[middle] < index) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  #original(index: number, cutsBefore: number): number {
    const last = cutsBefore - 1;
    return last < 0 ? index : this.resumes[last] + index - this.cuts[last];
  }
}

/** The one stretch in which two texts differ. */
export function difference(
  before: string,
  after: string,
): { start: number; beforeEnd: number; afterEnd: number } {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (
    start < shorter &&
    before.charCodeAt(start) === after.charCodeAt(start)
  ) {
    start += 1;
  }
  let tail = 0;
  while (
    tail < shorter - start &&
    before.charCodeAt(before.length - 1 - tail) ===
      after.charCodeAt(after.length - 1 - tail)
  ) {
    tail += 1;
  }
  // Neither end may fall between the halves of a surrogate pair.
  if (start > 0 && isHighSurrogate(before.charCodeAt(start - 1))) {
    start -= 1;
  }
  if (
    tail > 0 &&
    isHighSurrogate(before.charCodeAt(before.length - tail - 1))
  ) {
    tail -= 1;
  }
  return {
    start,
    beforeEnd: before.length - tail,
    afterEnd: after.length - tail,
  };
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}
