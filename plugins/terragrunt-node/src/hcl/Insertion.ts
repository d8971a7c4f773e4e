import { Container } from './container';
import { HclValue } from './HclValue';
import { renderInline, renderKey, renderLines } from './renderValue';
import { Style } from './Style';

/** What is inserted: an element of a list, or with a key an attribute of an object or body. */
export interface NewEntry {
  key?: string;
  value: HclValue;
}

export interface Insertion {
  text: string;
  container: Container;
  /** Place among the entries of the container. */
  index: number;
  entry: NewEntry;
  style: Style;
  /** The container itself stands within a line, so an empty one is filled on that line. */
  inline: boolean;
}

/** The entry without indentation, its later lines indented below `indent`. */
export function renderEntry(
  { entry, style, container }: Insertion,
  options: { indent: string; spaces?: number; lines: boolean },
): string {
  const { indent, spaces = 1, lines } = options;
  const value = lines
    ? renderLines(entry.value, { style, indent, key: entry.key })
    : renderInline(entry.value, style);
  if (entry.key === undefined) {
    return value;
  }
  const body = container.kind === 'body';
  const key = body ? entry.key : renderKey(entry.key, style.quoted);
  const separator = body ? '=' : style.separator;
  return `${key}${' '.repeat(spaces)}${separator} ${value}`;
}
