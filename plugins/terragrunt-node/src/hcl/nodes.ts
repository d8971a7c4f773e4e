import { decodeQuoted } from './strings';
import { SyntaxNode } from './syntax';

const WRAPPERS = new Set([
  'expression',
  'literal_value',
  'collection_value',
  'template_expr',
]);

/** The children of a node without the comments. */
export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  return node.children.filter(child => child.type !== 'comment');
}

/**
 * The node that says what an expression is: `tuple`, `object`, `string_lit`,
 * `function_call` and so on, seen through the grammar's wrappers and through
 * parentheses. An `expression` comes back when it has several parts, such as `a.b[0]`.
 */
export function unwrap(expression: SyntaxNode): SyntaxNode {
  let node = expression;
  while (WRAPPERS.has(node.type)) {
    let inner = node.childCount === 1 ? node.firstChild! : undefined;
    if (!inner) {
      const children = childrenOf(node);
      if (children.length === 1) {
        inner = children[0];
      } else if (children.length === 3 && children[0].type === '(') {
        inner = children[1];
      } else {
        return node;
      }
    }
    node = inner;
  }
  return node;
}

/** Whether an expression stands in parentheses, which a key needs to be computed. */
function isParenthesised(expression: SyntaxNode): boolean {
  return expression.firstChild?.type === '(';
}

/**
 * The key an object element has. A computed key that is not a literal is
 * given as its source with the parentheses, `(local.name)`.
 */
export function keyOf(element: SyntaxNode, text: string): string {
  const expression = childrenOf(element)[0];
  const raw = text.slice(expression.startIndex, expression.endIndex);
  if (/^(?:[^"()]*|"[^"\\$%]*")$/.test(raw)) {
    return raw.startsWith('"') ? raw.slice(1, -1) : raw;
  }
  const inner = unwrap(expression);
  if (inner.type === 'string_lit') {
    return decodeQuoted(text.slice(inner.startIndex, inner.endIndex));
  }
  return isParenthesised(expression) || raw.startsWith('"') ? raw : `(${raw})`;
}

/** The labels of a block, without quotes. */
export function labelsOf(block: SyntaxNode, text: string): string[] {
  return childrenOf(block)
    .slice(1)
    .filter(child => child.type === 'string_lit' || child.type === 'identifier')
    .map(child => {
      const raw = text.slice(child.startIndex, child.endIndex);
      return child.type === 'string_lit' ? decodeQuoted(raw) : raw;
    });
}

/** The `body` of a block or file, absent when it is empty. */
export function bodyOf(node: SyntaxNode): SyntaxNode | undefined {
  return childrenOf(node).find(child => child.type === 'body');
}

/** The expression of an `attribute` or `object_elem`. */
export function valueOf(element: SyntaxNode): SyntaxNode {
  const children = childrenOf(element);
  return children[children.length - 1];
}

/** The last thing in the node is a heredoc, whose end marker must stay alone on its line. */
export function endsInHeredoc(node: SyntaxNode): boolean {
  let last: SyntaxNode | undefined = node;
  while (last && last.type !== 'heredoc_template') {
    last = last.lastChild;
  }
  return last !== undefined;
}
