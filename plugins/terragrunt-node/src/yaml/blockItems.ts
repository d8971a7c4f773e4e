import { HclValue } from '../hcl/HclValue';
import {
  isBlankLine,
  lineStart,
  nextLineStart,
  startsLine,
} from '../hcl/lines';
import { Splice } from '../hcl/splices';
import { renderItem, renderPair } from './renderYaml';
import { lineBelow, YamlItem } from './yamlItems';
import { Collection } from './YamlSource';
import { columnAt, YamlStyle } from './YamlStyle';

export interface YamlInsertion {
  text: string;
  collection: Collection;
  items: YamlItem[];
  style: YamlStyle;
  key?: string;
  index: number;
  value: HclValue;
}

/** Inserts into a map or list in block style, which has entries. */
export function insertBlockItem(insertion: YamlInsertion): Splice[] {
  const { text, items, index, key, value, style } = insertion;
  const column = columnAt(text, items[0].start);
  const indent = ' '.repeat(column);
  const rendered =
    key === undefined
      ? renderItem(value, column, style)
      : renderPair(key, value, column, style);
  const apart = isSetApart(text, items) ? style.eol : '';
  if (index > 0) {
    const at = lineBelow(text, items[index - 1]);
    const line = `${apart}${indent}${rendered}`;
    const added = text[at - 1] === '\n' ? line + style.eol : style.eol + line;
    return [{ start: at, end: at, text: added }];
  }
  const [first] = items;
  if (startsLine(text, first.start)) {
    const at = leadStart(text, first.start);
    const start = text[at] === '\uFEFF' ? at + 1 : at;
    const added = `${indent}${rendered}${style.eol}${apart}`;
    return [{ start, end: start, text: added }];
  }
  // The first entry stands behind `- `; the new one takes that place.
  const added = `${rendered}${style.eol}${apart}${indent}`;
  return [{ start: first.start, end: first.start, text: added }];
}

function isSetApart(text: string, items: YamlItem[]): boolean {
  return (
    items.length > 1 &&
    /\n[ \t\r]*\n/.test(text.slice(items[0].end, items[1].start))
  );
}

/** Start of the line of the first comment directly above, else of the entry's own line. */
function leadStart(text: string, start: number): number {
  let from = lineStart(text, start);
  while (from > 0) {
    const above = lineStart(text, from - 1);
    if (!/^[ \t]*#/.test(text.slice(above, from))) {
      break;
    }
    from = above;
  }
  return from;
}

/** Removes one of several entries in block style, with its comments. */
export function removeBlockItem(
  text: string,
  items: YamlItem[],
  index: number,
): Splice[] {
  const item = items[index];
  const next = items[index + 1];
  if (!startsLine(text, item.start)) {
    return [{ start: item.start, end: next.start, text: '' }];
  }
  let from = leadStart(text, item.start);
  let to = lineBelow(text, item);
  const blankBelow = to < text.length && isBlankLine(text, to);
  if (index === 0) {
    while (next && to < text.length && isBlankLine(text, to)) {
      to = nextLineStart(text, to);
    }
  } else if (blankBelow || !next) {
    const floor = lineBelow(text, items[index - 1]);
    while (from > floor && isBlankLine(text, lineStart(text, from - 1))) {
      from = lineStart(text, from - 1);
    }
  }
  if (to === text.length && !text.endsWith('\n')) {
    from -= text[from - 2] === '\r' ? 2 : 1;
  }
  const start = from === 0 && text[0] === '\uFEFF' ? 1 : from;
  return [{ start, end: to, text: '' }];
}
