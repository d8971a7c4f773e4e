import { lineStart } from './lines';
import { SyntaxNode } from './syntax';

/** What is wrong with a text, and where. */
export interface Problem {
  index: number;
  detail: string;
}

const NEVER_CLOSED = 'opened here and never closed';
const NOT_VALID = 'not valid HCL here';
const CLOSING: Record<string, string> = { '{': '}', '[': ']' };

/** The first place the parser could not make sense of. */
export function findSyntaxError(
  root: SyntaxNode,
  text: string,
): Problem | undefined {
  if (!root.hasError) {
    return undefined;
  }
  let node = root;
  const parents: SyntaxNode[] = [];
  for (;;) {
    if (node.isMissing) {
      return missing(node, parents, text);
    }
    const inner: SyntaxNode | undefined = node.children.find(
      child => child.hasError || child.isMissing || child.isError,
    );
    if (node.isError && !inner?.isError) {
      return unexpected(node, text);
    }
    if (!inner) {
      return { index: node.startIndex, detail: NOT_VALID };
    }
    parents.push(node);
    node = inner;
  }
}

/** Something the parser had to make up: a closing bracket or end marker, or a value. */
function missing(
  node: SyntaxNode,
  parents: SyntaxNode[],
  text: string,
): Problem {
  const holder = [...parents]
    .reverse()
    .find(parent =>
      /^(?:tuple|object|block|heredoc_template)$/.test(parent.type),
    );
  if (holder && /^(?:[\]}]|heredoc_identifier)$/.test(node.type)) {
    const bracket = holder.children.find(child => /_start$/.test(child.type));
    const index = (bracket ?? holder).startIndex;
    return { index, detail: NEVER_CLOSED };
  }
  const index = Math.max(
    text.slice(0, node.startIndex).trimEnd().length - 1,
    0,
  );
  const detail =
    node.type === 'identifier'
      ? 'a value is missing'
      : `${node.type} is missing`;
  return { index: index + (detail.startsWith('a value') ? 1 : 0), detail };
}

/** Text that fits no rule: the last bracket without a partner is to blame, or what comes last. */
function unexpected(node: SyntaxNode, text: string): Problem {
  const { children } = node;
  const unclosed = children
    .filter(child => /_start$/.test(child.type))
    .filter(child => isUnclosed(child, children, text))
    .pop();
  if (unclosed) {
    return { index: unclosed.startIndex, detail: NEVER_CLOSED };
  }
  const last = children[children.length - 1] ?? node;
  return { index: last.startIndex, detail: NOT_VALID };
}

function isUnclosed(
  start: SyntaxNode,
  siblings: SyntaxNode[],
  text: string,
): boolean {
  const end = start.type.replace(/_start$/, '_end');
  const isPaired = siblings.some(
    other => other.type === end && other.startIndex > start.startIndex,
  );
  const bracket = text[start.startIndex];
  const closing = CLOSING[bracket];
  return (
    !isPaired &&
    (bracket === '"' ||
      (closing !== undefined &&
        text.split(bracket).length > text.split(closing).length))
  );
}

/** The line that holds an index, without its line ending. */
export function textOfLine(text: string, index: number): string {
  const start = lineStart(text, index);
  return text.slice(start).split(/\r?\n/, 1)[0];
}
