import { Node } from 'web-tree-sitter';
import { Computed, Kind, ObjectValue, Value } from './syntax';

const WRAPPERS = new Set([
  'expression',
  'literal_value',
  'collection_value',
  'template_expr',
]);

const RESULTS: Record<string, Kind> = {
  abspath: 'string',
  base64decode: 'string',
  base64encode: 'string',
  chomp: 'string',
  file: 'string',
  format: 'string',
  join: 'string',
  jsonencode: 'string',
  lower: 'string',
  replace: 'string',
  sha256: 'string',
  substr: 'string',
  templatefile: 'string',
  trimprefix: 'string',
  trimsuffix: 'string',
  upper: 'string',
  yamlencode: 'string',
  compact: 'list',
  concat: 'list',
  distinct: 'list',
  flatten: 'list',
  keys: 'list',
  range: 'list',
  sort: 'list',
  split: 'list',
  tolist: 'list',
  toset: 'list',
  tomap: 'object',
  zipmap: 'object',
  alltrue: 'bool',
  anytrue: 'bool',
  can: 'bool',
  contains: 'bool',
  endswith: 'bool',
  startswith: 'bool',
  tobool: 'bool',
  ceil: 'number',
  floor: 'number',
  length: 'number',
  parseint: 'number',
  tonumber: 'number',
};

/** Children without comments. */
export function childrenOf(node: Node): Node[] {
  return node.children.filter(
    (child): child is Node => child !== null && child.type !== 'comment',
  );
}

function unwrap(expression: Node): Node {
  let node = expression;
  while (WRAPPERS.has(node.type)) {
    const children = childrenOf(node);
    if (children.length === 1) {
      [node] = children;
    } else if (children.length === 3 && children[0].type === '(') {
      node = children[1];
    } else {
      return node;
    }
  }
  return node;
}

/** What an expression is worth, as far as its text tells. */
export function readValue(expression: Node): Value {
  const node = unwrap(expression);
  switch (node.type) {
    case 'string_lit':
      return unquote(node.text);
    case 'bool_lit':
      return node.text === 'true';
    case 'null_lit':
      return null;
    case 'numeric_lit':
      return Number(node.text);
    case 'tuple':
      return childrenOf(node)
        .filter(child => child.type === 'expression')
        .map(readValue);
    case 'object':
      return readObject(node);
    case 'function_call':
      return readCall(node);
    case 'quoted_template':
    case 'heredoc_template':
      return new Computed(node.text, 'string');
    case 'for_expr':
      return new Computed(
        node.text,
        node.firstChild?.type === 'for_object_expr' ? 'object' : 'list',
      );
    case 'operation':
      return readOperation(node);
    default:
      return new Computed(node.text);
  }
}

function unquote(raw: string): string {
  try {
    return JSON.parse(raw.replace(/\$\$\{/g, '${').replace(/%%\{/g, '%{'));
  } catch {
    return raw.slice(1, -1);
  }
}

function readOperation(node: Node): Value {
  if (/^-\s*\d+(\.\d+)?$/.test(node.text)) {
    return Number(node.text.replace(/\s/g, ''));
  }
  const [operation] = childrenOf(node);
  const signs = childrenOf(operation).map(child => child.type);
  const logical = ['==', '!=', '<', '>', '<=', '>=', '&&', '||', '!'];
  return new Computed(
    node.text,
    signs.some(sign => logical.includes(sign)) ? 'bool' : 'number',
  );
}

function readObject(node: Node): ObjectValue {
  const entries = new Map<string, { value: Value; line: number }>();
  let open = false;
  for (const element of childrenOf(node)) {
    if (element.type !== 'object_elem') {
      continue;
    }
    const children = childrenOf(element);
    const key = keyOf(children[0]);
    if (key === undefined) {
      open = true;
    } else {
      entries.set(key, {
        value: readValue(children[children.length - 1]),
        line: element.startPosition.row + 1,
      });
    }
  }
  return new ObjectValue(entries, open);
}

function keyOf(expression: Node): string | undefined {
  const node = unwrap(expression);
  const parenthesised = expression.firstChild?.type === '(';
  if (node.type === 'variable_expr' && !parenthesised) {
    return node.text;
  }
  return node.type === 'string_lit' ? unquote(node.text) : undefined;
}

function readCall(node: Node): Value {
  const [name, , list] = childrenOf(node);
  if (name.text === 'merge' && list?.type === 'function_arguments') {
    const values = childrenOf(list)
      .filter(child => child.type === 'expression')
      .map(readValue);
    const objects = values.filter(value => value instanceof ObjectValue);
    return new ObjectValue(
      new Map(objects.flatMap(object => [...object.entries])),
      objects.length < values.length || objects.some(object => object.open),
    );
  }
  return new Computed(node.text, RESULTS[name.text]);
}
