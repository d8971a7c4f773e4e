import { HclPath } from '../hcl';
import { childrenOf, unwrap } from '../hcl/nodes';
import { decodeQuoted } from '../hcl/strings';
import { SyntaxNode } from '../hcl/syntax';

/** `base.a["b"][0]` taken apart. */
export interface Traversal {
  base: SyntaxNode;
  steps: HclPath;
}

/** Reads an expression as a base and constant steps; undefined when a step is computed. */
export function readTraversal(
  expression: SyntaxNode,
  text: string,
): Traversal | undefined {
  const node = unwrap(expression);
  if (node.type !== 'expression') {
    return { base: node, steps: [] };
  }
  const [base, ...rest] = childrenOf(node);
  const steps = rest.map(step => readStep(step, text));
  return steps.some(step => step === undefined)
    ? undefined
    : { base, steps: steps as HclPath };
}

function readStep(step: SyntaxNode, text: string): string | number | undefined {
  if (step.type === 'get_attr') {
    const name = step.lastChild!;
    return text.slice(name.startIndex, name.endIndex);
  }
  const index = step.type === 'index' ? step.firstChild! : undefined;
  if (index?.type === 'legacy_index') {
    return Number(text.slice(index.startIndex + 1, index.endIndex));
  }
  if (index?.type !== 'new_index') {
    return undefined;
  }
  const literal = unwrap(childrenOf(index)[1]);
  const raw = text.slice(literal.startIndex, literal.endIndex);
  if (literal.type === 'string_lit') {
    return decodeQuoted(raw);
  }
  return literal.type === 'numeric_lit' && /^\d+$/.test(raw)
    ? Number(raw)
    : undefined;
}

/** The name and arguments of a call; undefined for anything else, or when the last argument is spread. */
export function readCall(
  node: SyntaxNode,
  text: string,
): { name: string; arguments: SyntaxNode[] } | undefined {
  if (node.type !== 'function_call') {
    return undefined;
  }
  const [name, , list] = childrenOf(node);
  const children = list?.type === 'function_arguments' ? childrenOf(list) : [];
  if (children.some(child => child.type === 'ellipsis')) {
    return undefined;
  }
  return {
    name: text.slice(name.startIndex, name.endIndex),
    arguments: children.filter(child => child.type === 'expression'),
  };
}
