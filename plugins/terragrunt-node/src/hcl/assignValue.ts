import { HclPath } from './HclPath';
import { HclValue, hclValuesEqual, isHclObject } from './HclValue';

/** The single edits of a kind of document, `S` being its text with its syntax. */
export interface Edits<S> {
  /** The value at a path, undefined when nothing is there. */
  read(source: S, path: HclPath): HclValue | undefined;
  /** The place of an attribute in its object. */
  indexOf(source: S, path: HclPath): number | undefined;
  insert(
    source: S,
    path: HclPath,
    entry: { index?: number; key?: string; value: HclValue },
  ): S;
  replace(source: S, path: HclPath, value: HclValue): S;
  remove(source: S, path: HclPath): S;
}

/**
 * Makes an existing value equal to `value` by the smallest edits: within objects
 * and lists only what differs is touched, so comments beside the rest stay.
 */
export function assignValue<S>(
  edits: Edits<S>,
  source: S,
  path: HclPath,
  value: HclValue,
): S {
  const current = edits.read(source, path);
  if (hclValuesEqual(current, value)) {
    return source;
  }
  if (isHclObject(current) && isHclObject(value)) {
    const assigned = assignAttributes(edits, source, path, value);
    return Object.keys(current)
      .filter(key => !Object.prototype.hasOwnProperty.call(value, key))
      .reduce((edited, key) => edits.remove(edited, [...path, key]), assigned);
  }
  if (Array.isArray(current) && Array.isArray(value)) {
    return assignElements(edits, source, path, { current, value });
  }
  return edits.replace(source, path, value);
}

/** Sets attributes of an object; those it does not name stay as they are. */
export function assignAttributes<S>(
  edits: Edits<S>,
  source: S,
  path: HclPath,
  value: { [key: string]: HclValue },
): S {
  let edited = source;
  let index: number | undefined;
  for (const [key, item] of Object.entries(value)) {
    const own = [...path, key];
    // A new attribute goes behind the one that `value` lists before it.
    edited =
      edits.read(edited, own) === undefined
        ? edits.insert(edited, path, { key, value: item, index })
        : assignValue(edits, edited, own, item);
    const place = edits.indexOf(edited, own);
    index = place === undefined ? undefined : place + 1;
  }
  return edited;
}

function assignElements<S>(
  edits: Edits<S>,
  source: S,
  path: HclPath,
  { current, value }: { current: HclValue[]; value: HclValue[] },
): S {
  const shorter = Math.min(current.length, value.length);
  const head = countEqual(shorter, index => [current[index], value[index]]);
  const tail = countEqual(shorter - head, index => [
    current[current.length - 1 - index],
    value[value.length - 1 - index],
  ]);
  let edited = source;
  for (let index = head; index < shorter - tail; index += 1) {
    edited = assignValue(edits, edited, [...path, index], value[index]);
  }
  for (let index = shorter - tail; index < value.length - tail; index += 1) {
    edited = edits.insert(edited, path, { index, value: value[index] });
  }
  for (
    let last = current.length - tail;
    last > value.length - tail;
    last -= 1
  ) {
    edited = edits.remove(edited, [...path, last - 1]);
  }
  return edited;
}

function countEqual(
  limit: number,
  pair: (index: number) => [HclValue, HclValue],
): number {
  let count = 0;
  while (count < limit && hclValuesEqual(...pair(count))) {
    count += 1;
  }
  return count;
}
