import { endOfTail, Gap, Span } from '../hcl/gap';
import {
  indentAt,
  lineEnd,
  lineStart,
  nextLineStart,
  startsLine,
} from '../hcl/lines';
import { Splice } from '../hcl/splices';
import { YamlInsertion } from './blockItems';
import { renderFlow, renderYamlKey } from './renderYaml';
import { rangeOf, YamlItem } from './yamlItems';
import { Collection } from './YamlSource';

/** Inserts into `[...]` or `{...}` with entries. */
export function insertFlowItem(insertion: YamlInsertion): Splice[] {
  const { text, collection, items, index, key, value, style } = insertion;
  const flow = renderFlow(value, style);
  const rendered = key === undefined ? flow : `${renderYamlKey(key)}: ${flow}`;
  const previous = items[index - 1];
  const next = items[index];
  if (next && startsLine(text, next.start)) {
    const indent = indentAt(text, next.start);
    const at = lineStart(text, next.start);
    return [{ start: at, end: at, text: `${indent}${rendered},${style.eol}` }];
  }
  if (!previous) {
    return [{ start: next.start, end: next.start, text: `${rendered}, ` }];
  }
  if (next || !startsLine(text, previous.start)) {
    return [{ start: previous.end, end: previous.end, text: `, ${rendered}` }];
  }
  const gap = readFlowGap(text, previous.end, closeOf(collection));
  const at = endOfTail(text, previous.end, gap);
  const line = `${style.eol}${indentAt(text, previous.start)}${rendered}`;
  if (gap.comma !== undefined) {
    return [{ start: at, end: at, text: `${line},` }];
  }
  return at === previous.end
    ? [{ start: at, end: at, text: `,${line}` }]
    : [
        { start: previous.end, end: previous.end, text: ',' },
        { start: at, end: at, text: line },
      ];
}

/** Removes one of several entries of `[...]` or `{...}`. */
export function removeFlowItem(
  text: string,
  collection: Collection,
  items: YamlItem[],
  index: number,
): Splice[] {
  const item = items[index];
  const previous = items[index - 1];
  const next = items[index + 1];
  const gap = readFlowGap(text, item.end, next?.start ?? closeOf(collection));
  const tail = endOfTail(text, item.end, gap);
  const ownLines = startsLine(text, item.start) && tail === lineEnd(text, tail);
  if (ownLines) {
    const lines = {
      start: lineStart(text, item.start),
      end: nextLineStart(text, tail),
      text: '',
    };
    const comma =
      next || gap.comma !== undefined || !previous
        ? undefined
        : readFlowGap(text, previous.end, item.start).comma;
    return comma === undefined
      ? [lines]
      : [{ start: comma, end: comma + 1, text: '' }, lines];
  }
  return previous
    ? [{ start: previous.end, end: item.end, text: '' }]
    : [{ start: item.start, end: next.start, text: '' }];
}

function closeOf(collection: Collection): number {
  return rangeOf(collection)[1] - 1;
}

function readFlowGap(text: string, start: number, end: number): Gap {
  const comments: Span[] = [];
  let comma: number | undefined;
  for (let at = start; at < end; at += 1) {
    if (text[at] === '#') {
      comments.push({ start: at, end: Math.min(lineEnd(text, at), end) });
      at = lineEnd(text, at);
    } else if (text[at] === ',') {
      comma = at;
    }
  }
  return { comma, comments };
}
