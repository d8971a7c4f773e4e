import { realign, rowsAround } from './alignment';
import { Container, entryValue } from './container';
import { applySplices, normaliseSplices, Splice } from './splices';

/**
 * An attribute that comes to span several lines leaves the aligned run it stood
 * in, and joins one when it shrinks to a line. Gives the splices that keep the runs
 * around an edit aligned, for each attribute the edit happens inside of.
 */
export function reshapeAround(
  text: string,
  parents: { container: Container; index: number }[],
  splices: Splice[],
): Splice[] {
  return parents.flatMap(({ container, index }) => {
    const value = entryValue(container.entries[index]);
    if (!value || (container.kind !== 'object' && container.kind !== 'body')) {
      return [];
    }
    const { startIndex: start, endIndex: end } = value;
    const inside = normaliseSplices(text, splices)
      .filter(splice => splice.start >= start && splice.end <= end)
      .map(splice => ({
        ...splice,
        start: splice.start - start,
        end: splice.end - start,
      }));
    const after = applySplices(text.slice(start, end), inside);
    const whole = !after.includes('\n') || after.startsWith('<<');
    const { rows, from } = rowsAround(text, container, index);
    const place = index - from;
    if (!rows[place] || !rows[place].alone || rows[place].aligned === whole) {
      return [];
    }
    const changed = rows.map((row, at) =>
      at === place ? { ...row, aligned: whole } : row,
    );
    return realign(rows, changed).splices;
  });
}
