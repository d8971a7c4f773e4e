import { startsLine } from './lines';
import { childrenOf, endsInHeredoc, keyOf, unwrap, valueOf } from './nodes';
import { SyntaxNode } from './syntax';

/** One element of a list, object or body, with what is needed to edit beside it. */
export interface Entry {
  node: SyntaxNode;
  start: number;
  end: number;
}

/** A list, an object, the arguments of a call, or the body of a block or of the file. */
export interface Container {
  kind: 'list' | 'object' | 'arguments' | 'body';
  /** The whole file, which has no brackets. */
  isFile: boolean;
  /** Index after the opening bracket. */
  open: number;
  /** Index of the closing bracket. */
  close: number;
  entries: Entry[];
}

const known = new WeakMap<SyntaxNode, Container>();

/** A container made of the node: `tuple`, `object`, `function_call`, `block` or `config_file`. */
export function readContainer(
  node: SyntaxNode,
  text: string,
): Container | undefined {
  const found = known.get(node) ?? containerOf(node, text);
  if (found) {
    known.set(node, found);
  }
  return found;
}

function containerOf(node: SyntaxNode, text: string): Container | undefined {
  switch (node.type) {
    case 'tuple':
      return brackets('list', node, node, ['expression']);
    case 'object':
      return brackets('object', node, node, ['object_elem']);
    case 'function_call':
      return readArguments(node);
    case 'block':
      return readBlock(node);
    case 'config_file':
      return {
        kind: 'body',
        isFile: true,
        open: text.startsWith('\uFEFF') ? 1 : 0,
        close: text.length,
        entries: entriesOf(bodyIn(node), ['attribute', 'block']),
      };
    default:
      return undefined;
  }
}

function brackets(
  kind: Container['kind'],
  outer: SyntaxNode,
  inner: SyntaxNode | undefined,
  types: string[],
): Container {
  return {
    kind,
    isFile: false,
    open: outer.firstChild!.endIndex,
    close: outer.lastChild!.startIndex,
    entries: entriesOf(inner, types),
  };
}

function readArguments(call: SyntaxNode): Container {
  const children = childrenOf(call);
  const list = children.find(child => child.type === 'function_arguments');
  return {
    kind: 'arguments',
    isFile: false,
    open: children[1].endIndex,
    close: children[children.length - 1].startIndex,
    entries: entriesOf(list, ['expression']),
  };
}

function readBlock(block: SyntaxNode): Container {
  const start = block.children.find(child => child.type === 'block_start')!;
  return {
    kind: 'body',
    isFile: false,
    open: start.endIndex,
    close: block.lastChild!.startIndex,
    entries: entriesOf(bodyIn(block), ['attribute', 'block']),
  };
}

function bodyIn(node: SyntaxNode): SyntaxNode | undefined {
  return node.children.find(child => child.type === 'body');
}

function entriesOf(node: SyntaxNode | undefined, types: string[]): Entry[] {
  if (!node) {
    return [];
  }
  return node.children
    .filter(child => types.includes(child.type))
    .map(child => ({
      node: child,
      start: child.startIndex,
      end: child.endIndex,
    }));
}

/** The key of an entry; undefined for blocks and for elements of a list. */
export function entryKey(entry: Entry, text: string): string | undefined {
  if (entry.node.type === 'object_elem') {
    return keyOf(entry.node, text);
  }
  if (entry.node.type === 'attribute') {
    const name = entry.node.firstChild!;
    return text.slice(name.startIndex, name.endIndex);
  }
  return undefined;
}

/** The expression of an entry; undefined for blocks. */
export function entryValue(entry: Entry): SyntaxNode | undefined {
  switch (entry.node.type) {
    case 'expression':
      return entry.node;
    case 'attribute':
    case 'object_elem':
      return valueOf(entry.node);
    default:
      return undefined;
  }
}

/** The `=` or `:` of an entry. */
export function entrySeparator(
  entry: Entry,
): { index: number; text: '=' | ':' } | undefined {
  const node = childrenOf(entry.node)[1];
  return node && (node.type === '=' || node.type === ':')
    ? { index: node.startIndex, text: node.type }
    : undefined;
}

/** Whether the entry is the first thing on its line. */
export function isOnOwnLine(entry: Entry, text: string): boolean {
  return startsLine(text, entry.start);
}

/** Whether text after the entry has to go on the next line. */
export function needsLineAfter(entry: Entry): boolean {
  return endsInHeredoc(entry.node);
}

/** The object an element of a list is, if it is one. */
export function objectIn(entry: Entry): SyntaxNode | undefined {
  const value = entryValue(entry);
  const node = value && unwrap(value);
  return node?.type === 'object' ? node : undefined;
}

/** Whether an entry spans lines and its closing bracket begins the last of them. */
export function closesOwnLine(text: string, entry: Entry): boolean {
  return (
    text.slice(entry.start, entry.end).includes('\n') &&
    startsLine(text, entry.end - 1)
  );
}
