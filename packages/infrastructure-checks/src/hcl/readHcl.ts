import { Node } from 'web-tree-sitter';
import { parseSyntax } from './grammar';
import { childrenOf, readValue } from './readValue';
import { Attribute, Block, Body, HclFile, Reference } from './syntax';

const read = new Map<string, Promise<HclFile>>();

/**
 * Reads a `.tf` or `.hcl` file into blocks, attributes and references.
 *
 * @throws Error naming file and line where the text is no HCL
 */
export function readHcl(path: string, text: string): Promise<HclFile> {
  const key = `${path}\0${text}`;
  const known = read.get(key) ?? readFresh(path, text);
  read.set(key, known);
  return known;
}

async function readFresh(path: string, text: string): Promise<HclFile> {
  const root = await parseSyntax(text);
  if (root.hasError) {
    const line = firstError(root) ?? 1;
    throw new Error(`${path}:${line}: this is no HCL`);
  }
  const body = readBody(root);
  const references: Reference[] = [];
  collectReferences(root, references);
  return { path, text, ...body, references };
}

function firstError(node: Node): number | undefined {
  if (node.isError || node.isMissing) {
    return node.startPosition.row + 1;
  }
  for (const child of node.children) {
    const line = child?.hasError || child?.isMissing ? firstError(child) : 0;
    if (line) {
      return line;
    }
  }
  return undefined;
}

function readBody(node: Node): Body {
  const body = childrenOf(node).find(child => child.type === 'body');
  const children = body ? childrenOf(body) : [];
  return {
    attributes: children
      .filter(child => child.type === 'attribute')
      .map(readAttribute),
    blocks: children.filter(child => child.type === 'block').map(readBlock),
  };
}

function readAttribute(node: Node): Attribute {
  const children = childrenOf(node);
  const expression = children[children.length - 1];
  return {
    name: children[0].text,
    value: readValue(expression),
    source: expression.text,
    line: node.startPosition.row + 1,
  };
}

function readBlock(node: Node): Block {
  const [type, ...rest] = childrenOf(node);
  return {
    type: type.text,
    labels: rest
      .filter(
        child => child.type === 'string_lit' || child.type === 'identifier',
      )
      .map(child =>
        child.type === 'string_lit' ? child.text.slice(1, -1) : child.text,
      ),
    body: readBody(node),
    line: node.startPosition.row + 1,
  };
}

/** References start at a variable and go on over the siblings that are steps. */
function collectReferences(
  node: Node,
  into: Reference[],
  within = false,
): void {
  const children = childrenOf(node);
  const guarded =
    within ||
    (node.type === 'function_call' && /^(try|can)$/.test(children[0].text));
  children.forEach((child, index) => {
    if (child.type === 'variable_expr') {
      const steps = [child.text];
      for (const sibling of children.slice(index + 1)) {
        const step = stepOf(sibling);
        if (step === undefined) {
          break;
        }
        steps.push(...step);
      }
      if (steps.length > 1) {
        into.push({ steps, guarded, line: child.startPosition.row + 1 });
      }
    }
    collectReferences(child, into, guarded);
  });
}

/** `.name`, `[0]`, `["key"]`, `[*].name`; any index is one step written `*`. */
function stepOf(node: Node): string[] | undefined {
  if (node.type === 'get_attr') {
    return [node.lastChild!.text];
  }
  if (node.type === 'index') {
    const key = /^\["([\w-]+)"\]$/.exec(node.text);
    return [key ? key[1] : '*'];
  }
  if (node.type === 'splat') {
    const attributes = childrenOf(node.firstChild!)
      .filter(child => child.type === 'get_attr')
      .map(child => child.lastChild!.text);
    return ['*', ...attributes];
  }
  return undefined;
}

/** The attribute of a body by name. */
export function attributeOf(body: Body, name: string): Attribute | undefined {
  return body.attributes.find(attribute => attribute.name === name);
}
