import {
  CollectionTag,
  CST,
  isCollection,
  isMap,
  isPair,
  isScalar,
  Node,
  Pair,
} from 'yaml';
import { nextLineStart } from '../hcl/lines';
import { Collection } from './YamlSource';

export type { CollectionTag };

/** Where an item of a collection stands in the text. */
export interface YamlItem {
  /** First character: of the key, its anchor or tag, or the `-`. */
  start: number;
  /** Behind the `:` or `-`, where a value on the same line would go. */
  head: number;
  /** Behind the last character of the value; `head` when there is none. */
  end: number;
  value: Node | null;
}

/** Where the items of a collection stand; undefined when they use syntax that is not edited here (`? key`). */
export function itemsOf(collection: Collection): YamlItem[] | undefined {
  const token = collection.srcToken as CST.CollectionItem | undefined as
    | { items: CST.CollectionItem[] }
    | undefined;
  const sources = (token?.items ?? []).filter(isContent);
  if (sources.length !== collection.items.length) {
    return undefined;
  }
  const items = collection.items.map((item, index) =>
    itemOf(item as Node | Pair, sources[index]),
  );
  return items.includes(undefined) ? undefined : (items as YamlItem[]);
}

function isContent(source: CST.CollectionItem): boolean {
  return (
    source.key !== undefined ||
    source.value !== undefined ||
    (source.sep ?? []).length > 0 ||
    source.start.some(token => token.type === 'seq-item-ind')
  );
}

function itemOf(
  item: Node | Pair,
  source: CST.CollectionItem,
): YamlItem | undefined {
  const marks = source.start.filter(token =>
    ['anchor', 'tag', 'seq-item-ind', 'explicit-key-ind'].includes(token.type),
  );
  if (marks.some(token => token.type === 'explicit-key-ind')) {
    return undefined;
  }
  if (!isPair(item)) {
    const start = marks[0]?.offset ?? rangeOf(item)[0];
    const dash = marks.find(token => token.type === 'seq-item-ind');
    const head = dash ? dash.offset + 1 : start;
    return { start, head, end: endOf(item, head), value: item };
  }
  const key = item.key as Node;
  const colon = (source.sep ?? []).find(
    token => token.type === 'map-value-ind',
  );
  const value = (item.value ?? null) as Node | null;
  const head = colon ? colon.offset + 1 : rangeOf(key)[1];
  return {
    start: marks[0]?.offset ?? rangeOf(key)[0],
    head,
    end: endOf(value, head),
    value,
  };
}

function endOf(node: Node | null, head: number): number {
  if (!node) {
    return head;
  }
  if (isCollection(node) && !node.flow) {
    const items = itemsOf(node as Collection);
    return items && items.length > 0
      ? items[items.length - 1].end
      : rangeOf(node)[1];
  }
  const [start, end] = rangeOf(node);
  const absent = isScalar(node) && start === end;
  return absent ? head : end;
}

export function rangeOf(node: Node): [number, number] {
  const [start, end] = node.range!;
  return [start, end];
}

/** Start of the line below an item; a block scalar ends with its last line already. */
export function lineBelow(text: string, item: YamlItem): number {
  return text[item.end - 1] === '\n' && item.end > item.head
    ? item.end
    : nextLineStart(text, item.end);
}

/** Whether a value is written out over lines of its own: a map or list in block style with entries. */
export function isBlock(node: Node | null): boolean {
  return isCollection(node) && !node.flow && node.items.length > 0;
}

export function isBlockScalar(node: Node | null): boolean {
  return (
    isScalar(node) &&
    (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED')
  );
}

/** Whether a node holds entries or could: a collection, or nothing at all yet. */
export function collectionKind(
  node: Node | null,
): 'list' | 'object' | 'nothing' | undefined {
  if (isCollection(node)) {
    return isMap(node) ? 'object' : 'list';
  }
  const nothing = node === null || (isScalar(node) && node.value === null);
  return nothing ? 'nothing' : undefined;
}
