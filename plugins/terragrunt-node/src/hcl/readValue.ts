import { HclExpression, HclValue } from './HclValue';
import { lineAndColumn } from './lines';
import { bodyOf, childrenOf, keyOf, unwrap, valueOf } from './nodes';
import { decodeHeredoc, decodeQuoted } from './strings';
import { SyntaxNode } from './syntax';

/** The value an expression has when it is a literal, else an {@link HclExpression}. */
export function readValue(expression: SyntaxNode, text: string): HclValue {
  const node = unwrap(expression);
  const raw = text.slice(node.startIndex, node.endIndex);
  switch (node.type) {
    case 'string_lit':
      return decodeQuoted(raw);
    case 'bool_lit':
      return raw === 'true';
    case 'null_lit':
      return null;
    case 'tuple':
      return childrenOf(node)
        .filter(child => child.type === 'expression')
        .map(child => readValue(child, text));
    case 'object':
      return readObject(node, text);
    default:
      return readScalar(node, raw) ?? expressionAt(expression, text);
  }
}

/** The attributes of a block or file as an object. */
export function readBody(node: SyntaxNode, text: string): HclValue {
  const entries = (bodyOf(node)?.children ?? [])
    .filter(child => child.type === 'attribute')
    .map((child): [string, HclValue] => {
      const name = child.firstChild!;
      return [
        text.slice(name.startIndex, name.endIndex),
        readValue(valueOf(child), text),
      ];
    });
  return Object.fromEntries(entries);
}

function readObject(node: SyntaxNode, text: string): HclValue {
  const entries = childrenOf(node)
    .filter(child => child.type === 'object_elem')
    .map((child): [string, HclValue] => [
      keyOf(child, text),
      readValue(valueOf(child), text),
    ]);
  // Unlike assignment, this keeps a key named `__proto__` an ordinary key.
  return Object.fromEntries(entries);
}

function readScalar(node: SyntaxNode, raw: string): HclValue | undefined {
  if (node.type === 'numeric_lit') {
    return readNumber(raw);
  }
  if (node.type === 'operation') {
    return /^-\s*[0-9]/.test(raw) && unwrapNegated(node)
      ? readNumber(raw.replace(/\s/g, ''))
      : undefined;
  }
  if (node.type === 'heredoc_template' || node.type === 'quoted_template') {
    const templates = childrenOf(node).some(
      child =>
        child.type === 'template_interpolation' ||
        child.type === 'template_directive',
    );
    if (templates) {
      return undefined;
    }
    return node.type === 'heredoc_template'
      ? decodeHeredoc(raw)
      : decodeQuoted(raw);
  }
  return undefined;
}

function unwrapNegated(operation: SyntaxNode): boolean {
  const unary = operation.firstChild;
  return (
    unary?.type === 'unary_operation' &&
    unwrap(unary.lastChild!).type === 'numeric_lit'
  );
}

// A number that a JavaScript number cannot hold exactly stays an expression,
// so that reading and writing it back never changes it.
function readNumber(raw: string): number | undefined {
  const value = Number(raw);
  if (!/^-?[0-9.eE+-]+$/.test(raw) || !Number.isFinite(value)) {
    return undefined;
  }
  const digits = raw
    .replace(/^-/, '')
    .replace(/[eE].*$/, '')
    .replace('.', '')
    .replace(/^0+|0+$/g, '');
  return digits.length <= 15 || Number.isSafeInteger(value) ? value : undefined;
}

function expressionAt(expression: SyntaxNode, text: string): HclExpression {
  const { line, column } = lineAndColumn(text, expression.startIndex);
  return new HclExpression(
    text.slice(expression.startIndex, expression.endIndex),
    line,
    column,
  );
}
