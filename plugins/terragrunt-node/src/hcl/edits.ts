import { Edits } from './assignValue';
import { Container, entryKey, isOnOwnLine, readContainer } from './container';
import { HclEditError } from './errors';
import { formatHclPath, HclPath } from './HclPath';
import { HclSource } from './HclSource';
import { HclValue, isHclObject } from './HclValue';
import { fitsWhereItIs } from './fillEmpty';
import { insertEntry } from './insertEntry';
import { Insertion } from './Insertion';
import { learnStyle } from './learnStyle';
import { unwrap } from './nodes';
import { readBody, readValue } from './readValue';
import { removeEntry } from './removeEntry';
import { replaceValue } from './replaceValue';
import { Place } from './resolvePath';
import { reshapeAround } from './reshape';
import { Splice } from './splices';
import { spreadAround } from './spread';

/** The container at a path, with those around it. */
export interface FoundContainer {
  container: Container;
  parents: Container[];
  /** The container begins within a line of another one. */
  inline: boolean;
  place: Place;
}

/**
 * The list, object, call or body at a path.
 *
 * @throws HclEditError when there is nothing, or something else
 */
export function findContainer(
  source: HclSource,
  path: HclPath,
): FoundContainer {
  const place = source.find(path);
  if (!place) {
    throw new HclEditError(
      source.file,
      undefined,
      `there is no ${formatHclPath(path)}. Add it to the file first`,
    );
  }
  const node =
    place.node.type === 'expression' ? unwrap(place.node) : place.node;
  const container = readContainer(node, source.text);
  if (!container || container.kind === 'arguments') {
    throw new HclEditError(
      source.file,
      source.lineOf(place.node.startIndex),
      `${formatHclPath(
        path,
      )} is neither a list nor an object that is written out here. Edit it where it is written out`,
    );
  }
  return {
    container,
    parents: place.parents.map(parent => parent.container),
    inline: isInline(source, place),
    place,
  };
}

function isInline(source: HclSource, { parents }: Place): boolean {
  const parent = parents[parents.length - 1];
  return (
    parent !== undefined &&
    !isOnOwnLine(parent.container.entries[parent.index], source.text)
  );
}

/** Inserts an element or attribute. */
export function insertInto(
  source: HclSource,
  path: HclPath,
  options: { index?: number; key?: string; value: HclValue },
): HclSource {
  const found = findContainer(source, path);
  checkKey(source, path, found.container, options.key);
  const insertion = insertionInto(source, found, options);
  if (found.inline && !fitsWhereItIs(insertion)) {
    const spread = spreadAround(source, path, insertion.style.unit);
    if (spread !== source) {
      return insertInto(spread, path, options);
    }
  }
  return applyEdit(source, found.place, insertEntry(insertion));
}

function insertionInto(
  source: HclSource,
  { container, parents, inline }: FoundContainer,
  options: { index?: number; key?: string; value: HclValue },
): Insertion {
  const { text } = source;
  const wanted = options.index ?? usualIndex(source, container, options);
  const index = Math.min(Math.max(wanted, 0), container.entries.length);
  const style = learnStyle(text, parents, container, index);
  const entry = { key: options.key, value: options.value };
  return { text, container, index, entry, style, inline };
}

/** The end; but a short attribute goes before those over several lines that close an object or block. */
function usualIndex(
  source: HclSource,
  { kind, isFile, entries }: Container,
  { key, value }: { key?: string; value: HclValue },
): number {
  const long = (index: number) =>
    source.text.slice(entries[index].start, entries[index].end).includes('\n');
  const keyed = key !== undefined && !isFile && kind !== 'list';
  if (!keyed || isHclObject(value)) {
    return entries.length;
  }
  let index = entries.length;
  while (index > 0 && long(index - 1)) {
    index -= 1;
  }
  return index === 0 ? entries.length : index;
}

function checkKey(
  source: HclSource,
  path: HclPath,
  container: Container,
  key: string | undefined,
): void {
  const refuse = (message: string) => {
    throw new HclEditError(source.file, source.lineOf(container.open), message);
  };
  const name = path.length > 0 ? formatHclPath(path) : 'the file';
  const keyed = container.kind === 'object' || container.kind === 'body';
  if (keyed !== (key !== undefined)) {
    refuse(
      keyed
        ? `${name} is not a list: say which key to insert`
        : `${name} is a list: its elements have no key`,
    );
  }
  if (key === undefined) {
    return;
  }
  if (container.kind === 'body' && !/^[A-Za-z_][A-Za-z0-9_-]*$/.test(key)) {
    refuse(`${formatHclPath([key])} cannot be the name of an attribute`);
  }
  if (container.entries.some(each => entryKey(each, source.text) === key)) {
    refuse(`${name} has ${formatHclPath([key])} already. Set it instead`);
  }
}

/** Replaces the value of an element or attribute as a whole. */
export function replaceAt(
  source: HclSource,
  path: HclPath,
  value: HclValue,
): HclSource {
  const place = source.find(path)!;
  const { container, index } = place.parents[place.parents.length - 1];
  const entry = container.entries[index];
  const parents = place.parents.slice(0, -1).map(each => each.container);
  return applyEdit(
    source,
    place,
    replaceValue({
      text: source.text,
      expression: place.node,
      key: entryKey(entry, source.text),
      value,
      style: learnStyle(source.text, parents, container, index),
      inline: !isOnOwnLine(entry, source.text),
    }),
  );
}

/** Removes an element, attribute or block, if it is there. */
export function removeAt(source: HclSource, path: HclPath): HclSource {
  const place = source.find(path);
  if (!place || place.parents.length === 0) {
    return source;
  }
  const { container, index } = place.parents[place.parents.length - 1];
  const outside = { ...place, parents: place.parents.slice(0, -1) };
  return applyEdit(source, outside, removeEntry(source.text, container, index));
}

/** Applies splices inside of a place, and what they mean for the alignment around it. */
function applyEdit(
  source: HclSource,
  { parents }: Place,
  splices: Splice[],
): HclSource {
  return source.apply([
    ...splices,
    ...reshapeAround(source.text, parents, splices),
  ]);
}

/** The value at a path; a block or file gives an object of its attributes. */
export function readAt(source: HclSource, path: HclPath): HclValue | undefined {
  const place = source.find(path);
  if (!place) {
    return undefined;
  }
  return place.node.type === 'expression'
    ? readValue(place.node, source.text)
    : readBody(place.node, source.text);
}

export const hclEdits: Edits<HclSource> = {
  read: readAt,
  indexOf: (source, path) => {
    const parents = source.find(path)?.parents ?? [];
    return parents[parents.length - 1]?.index;
  },
  insert: insertInto,
  replace: replaceAt,
  remove: removeAt,
};
