import { insertInto, removeAt, replaceAt } from './edits';
import { HclPath } from './HclPath';
import { HclSource } from './HclSource';
import { HclValue, hclValuesEqual, isHclObject } from './HclValue';
import { readValue } from './readValue';

/**
 * Makes an existing value equal to `value` by the smallest edits: within objects
 * and lists only what differs is touched, so comments beside the rest stay.
 */
export function assignValue(
  source: HclSource,
  path: HclPath,
  value: HclValue,
): HclSource {
  const current = readValue(source.find(path)!.node, source.text);
  if (hclValuesEqual(current, value)) {
    return source;
  }
  if (isHclObject(current) && isHclObject(value)) {
    const assigned = assignAttributes(source, path, value);
    return Object.keys(current)
      .filter(key => !Object.prototype.hasOwnProperty.call(value, key))
      .reduce((edited, key) => removeAt(edited, [...path, key]), assigned);
  }
  if (Array.isArray(current) && Array.isArray(value)) {
    return assignElements(source, path, current, value);
  }
  return replaceAt(source, path, value);
}

/** Sets attributes of an object; those it does not name stay as they are. */
export function assignAttributes(
  source: HclSource,
  path: HclPath,
  value: { [key: string]: HclValue },
): HclSource {
  let edited = source;
  let previous: string | undefined;
  for (const [key, item] of Object.entries(value)) {
    const own = [...path, key];
    edited = edited.find(own)
      ? assignValue(edited, own, item)
      : insertAfterKey(edited, path, { key, value: item, previous });
    previous = key;
  }
  return edited;
}

/** A new attribute goes behind the one that `value` lists before it, or to the end. */
function insertAfterKey(
  source: HclSource,
  path: HclPath,
  options: { key: string; value: HclValue; previous?: string },
): HclSource {
  const { key, value, previous } = options;
  const before =
    previous === undefined ? undefined : source.find([...path, previous]);
  const index = before && before.parents[before.parents.length - 1].index + 1;
  return insertInto(source, path, { key, value, index });
}

function assignElements(
  source: HclSource,
  path: HclPath,
  current: HclValue[],
  value: HclValue[],
): HclSource {
  const shorter = Math.min(current.length, value.length);
  let head = 0;
  while (head < shorter && hclValuesEqual(current[head], value[head])) {
    head += 1;
  }
  let tail = 0;
  while (
    tail < shorter - head &&
    hclValuesEqual(
      current[current.length - 1 - tail],
      value[value.length - 1 - tail],
    )
  ) {
    tail += 1;
  }
  let edited = source;
  for (let index = head; index < shorter - tail; index += 1) {
    edited = assignValue(edited, [...path, index], value[index]);
  }
  for (let index = shorter - tail; index < value.length - tail; index += 1) {
    edited = insertInto(edited, path, { index, value: value[index] });
  }
  for (
    let index = current.length - tail;
    index > value.length - tail;
    index -= 1
  ) {
    edited = removeAt(edited, [...path, index - 1]);
  }
  return edited;
}
