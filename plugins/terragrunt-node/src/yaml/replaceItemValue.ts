import { isScalar, Node } from 'yaml';
import { HclValue } from '../hcl/HclValue';
import { lineEnd } from '../hcl/lines';
import { Splice } from '../hcl/splices';
import {
  isBlockValue,
  renderBelowKey,
  renderFlow,
  renderItem,
} from './renderYaml';
import { isBlock, isBlockScalar, rangeOf, YamlItem } from './yamlItems';
import { columnAt, YamlStyle } from './YamlStyle';

/** Puts a value in the place of the one an entry has; the entry's comment on that line stays. */
export function replaceItemValue(options: {
  text: string;
  item: YamlItem;
  /** The entry's key; undefined in a list. */
  key: string | undefined;
  value: HclValue;
  style: YamlStyle;
  /** The entry stands in `[...]` or `{...}`. */
  flow: boolean;
}): Splice[] {
  const { text, item, key, value, style, flow } = options;
  const old = item.value;
  const multiline = isBlock(old) || isBlockScalar(old);
  const lines = !flow && isBlockValue(value, style, key);
  const present = old !== null && item.end > item.head;
  if (!lines && present && !multiline) {
    const [start, end] = rangeOf(old);
    const quotes = quotesOf(old) ?? style.quotes;
    return [{ start, end, text: renderFlow(value, { ...style, quotes }) }];
  }
  if (!lines && !present) {
    const blank = flow && key === undefined ? '' : ' ';
    const added = `${blank}${renderFlow(value, style)}`;
    return [{ start: item.head, end: item.head, text: added }];
  }
  const column = columnAt(text, item.start);
  const rendered =
    key === undefined
      ? renderItem(value, column, style).slice(1)
      : renderBelowKey(key, value, column, style);
  return multiline
    ? replaceLines(text, item, old!, rendered)
    : moveBelow(text, item, rendered);
}

/** The quotes of a string, which the one in its place gets as well. */
function quotesOf(node: Node): YamlStyle['quotes'] | undefined {
  if (!isScalar(node) || typeof node.value !== 'string') {
    return undefined;
  }
  switch (node.type) {
    case 'QUOTE_DOUBLE':
      return 'double';
    case 'QUOTE_SINGLE':
      return 'single';
    default:
      return 'plain';
  }
}

/** A value over lines gives way; what stands before it on the key's line stays. */
function replaceLines(
  text: string,
  item: YamlItem,
  old: Node,
  rendered: string,
): Splice[] {
  const rest = lineEnd(text, item.head);
  const [start] = rangeOf(old);
  const between = text.slice(item.head, Math.min(start, rest));
  const comment = /\s#.*$/.exec(between)?.[0] ?? '';
  const end = text.slice(0, item.end).replace(/[\r\n]+$/, '').length;
  const [first, ...others] = rendered.split(/(?=\r?\n)/);
  const own = first + comment + others.join('');
  return [{ start: item.head, end, text: own }];
}

/** A value on the key's line gives way to lines below it. */
function moveBelow(text: string, item: YamlItem, rendered: string): Splice[] {
  if (!/^\r?\n/.test(rendered)) {
    return [{ start: item.head, end: item.end, text: rendered }];
  }
  const at = lineEnd(text, item.end);
  const behind = text.slice(item.end, at);
  return [{ start: item.head, end: at, text: behind.trimEnd() + rendered }];
}
