import {
  Container,
  Entry,
  entryKey,
  entryValue,
  objectIn,
  readContainer,
} from './container';
import { HclPath, HclPathSegment } from './HclPath';
import { labelsOf, unwrap } from './nodes';
import { readValue } from './readValue';
import { SyntaxNode } from './syntax';

/** A place a path leads to. */
export interface Place {
  /** What stands there: an `expression`, a `block` or the `config_file`. */
  node: SyntaxNode;
  /** The path with every `{ key, value }` replaced by the index it found. */
  path: HclPath;
  /** The containers passed on the way, outermost first, with the entry taken in each. */
  parents: { container: Container; index: number }[];
}

/** Every place a path leads to; more than one when a key or block is declared twice. */
export function resolvePath(
  root: SyntaxNode,
  path: HclPath,
  text: string,
): Place[] {
  let places: Cursor[] = [{ node: root, path: [], parents: [], labels: [] }];
  for (const segment of path) {
    places = places.flatMap(place => step(place, segment, text));
  }
  return places.filter(place => place.labels.length === 0);
}

interface Cursor extends Place {
  /** Labels of a block that the path has yet to name. */
  labels: string[];
}

function step(place: Cursor, segment: HclPathSegment, text: string): Cursor[] {
  if (place.labels.length > 0) {
    const [label, ...labels] = place.labels;
    return label === segment
      ? [{ ...place, path: [...place.path, label], labels }]
      : [];
  }
  const node =
    place.node.type === 'expression' ? unwrap(place.node) : place.node;
  const container = readContainer(node, text);
  if (!container) {
    return [];
  }
  return matchingEntries(container, segment, text).map(index => {
    const entry = container.entries[index];
    return {
      node: entryValue(entry) ?? entry.node,
      path: [...place.path, typeof segment === 'object' ? index : segment],
      parents: [...place.parents, { container, index }],
      labels: entry.node.type === 'block' ? labelsOf(entry.node, text) : [],
    };
  });
}

function matchingEntries(
  container: Container,
  segment: HclPathSegment,
  text: string,
): number[] {
  const { kind, entries } = container;
  if (typeof segment === 'number') {
    const listed = kind === 'list' || kind === 'arguments';
    return listed && entries[segment] ? [segment] : [];
  }
  const indices = [...entries.keys()];
  if (typeof segment === 'string') {
    if (kind !== 'object' && kind !== 'body') {
      return [];
    }
    return indices.filter(index => nameOf(entries[index], text) === segment);
  }
  if (kind !== 'list') {
    return [];
  }
  return indices.filter(
    index => elementKey(entries[index], segment.key, text) === segment.value,
  );
}

function nameOf(entry: Entry, text: string): string | undefined {
  if (entry.node.type === 'block') {
    const type = entry.node.firstChild!;
    return text.slice(type.startIndex, type.endIndex);
  }
  return entryKey(entry, text);
}

/** The string that the attribute `key` of an object in a list has. */
export function elementKey(
  entry: Entry,
  key: string,
  text: string,
): string | undefined {
  const quick = quickElementKey(entry, key, text);
  if (quick !== undefined) {
    return quick;
  }
  const object = objectIn(entry);
  const container = object && readContainer(object, text);
  const element = container?.entries.find(
    candidate => entryKey(candidate, text) === key,
  );
  const value = element && readValue(entryValue(element)!, text);
  return typeof value === 'string' ? value : undefined;
}

// Long lists are searched by their elements' key. Where that is the first
// attribute and a plain string, as nearly always, the text shows it without
// visiting the syntax tree.
const QUICK =
  /\{\s*(?:([A-Za-z_][\w-]*)|"([^"\\$%\n]*)")\s*[=:]\s*"([^"\\$%\n]*)"[ \t]*(?=[,\r\n}])/y;

function quickElementKey(
  entry: Entry,
  key: string,
  text: string,
): string | undefined {
  QUICK.lastIndex = entry.start;
  const match = QUICK.exec(text);
  return match && (match[1] ?? match[2]) === key ? match[3] : undefined;
}
