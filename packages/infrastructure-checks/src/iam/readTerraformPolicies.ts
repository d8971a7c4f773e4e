import { Node } from 'web-tree-sitter';
import { parseSyntax } from '../hcl/grammar';
import { NEGATIONS, Statement, Texts } from './Statement';

/** Functions whose arguments are among what they give. */
const GATHERING = new Set([
  'coalesce',
  'compact',
  'concat',
  'distinct',
  'flatten',
  'merge',
  'one',
  'sort',
  'tolist',
  'toset',
]);

/** Nodes that stand for the one node in them. */
const WRAPPERS = new Set(['expression', 'literal_value', 'collection_value']);

/** Expressions of a module's locals, by name. */
type Locals = ReadonlyMap<string, Node>;

const NOTHING: Texts = { texts: [], complete: true };
const UNKNOWN: Texts = { texts: [], complete: false };

/**
 * The statements of IAM policies in the files of one module. A statement is any
 * object with `Effect`, wherever it stands: in `jsonencode(...)`, in a list that
 * goes into it, or in a local. Literals are followed through lists, conditions,
 * `for`, gathering functions and locals; what comes from variables and resources
 * is left to the tests of the module, and `complete` says so.
 */
export async function readTerraformPolicies(
  files: ReadonlyMap<string, string>,
): Promise<Statement[]> {
  const roots: [file: string, root: Node][] = [];
  for (const [file, text] of files) {
    roots.push([file, await parseSyntax(text)]);
  }
  const locals = new Map(roots.flatMap(([, root]) => localsOf(root)));
  return roots.flatMap(([file, root]) =>
    objectsIn(root).flatMap(object => {
      const elements = elementsOf(object);
      return elements.has('Effect') ? [statementOf(file, object, locals)] : [];
    }),
  );
}

function statementOf(file: string, object: Node, locals: Locals): Statement {
  const elements = elementsOf(object);
  const textsOf = (name: string) => {
    const node = elements.get(name);
    return node ? gather(node, locals) : NOTHING;
  };
  const sourceOf = (name: string) => {
    const node = elements.get(name);
    return node && withLocals(node, locals);
  };
  return {
    file,
    line: object.startPosition.row + 1,
    effect: textsOf('Effect').texts[0],
    actions: textsOf('Action'),
    resources: textsOf('Resource'),
    principal: sourceOf('Principal'),
    condition: sourceOf('Condition'),
    negations: NEGATIONS.filter(name => elements.has(name)),
  };
}

/** Every string that an expression may give. */
function gather(
  expression: Node,
  locals: Locals,
  seen: readonly string[] = [],
): Texts {
  const children = childrenOf(expression);
  const all = (nodes: Node[]) =>
    joined(nodes.map(node => gather(node, locals, seen)));
  switch (expression.type) {
    case 'string_lit':
    case 'quoted_template':
      return { texts: [expression.text.slice(1, -1)], complete: true };
    case 'tuple':
      return all(children.filter(child => child.type === 'expression'));
    case 'conditional':
      // The condition itself is no value.
      return all(
        children.filter(child => child.type === 'expression').slice(1),
      );
    case 'function_call':
      return GATHERING.has(children[0].text)
        ? all(
            children
              .filter(child => child.type === 'function_arguments')
              .flatMap(childrenOf)
              .filter(child => child.type === 'expression'),
          )
        : UNKNOWN;
    case 'for_expr':
      return all(
        children
          .flatMap(childrenOf)
          .filter(child => child.type === 'expression'),
      );
    default:
  }
  const name = localName(expression);
  if (name !== undefined) {
    const local = locals.get(name);
    return local && !seen.includes(name)
      ? gather(local, locals, [...seen, name])
      : UNKNOWN;
  }
  const single = children.filter(child => !/^[()]$/.test(child.type));
  return single.length === 1 && isWrapper(expression)
    ? gather(single[0], locals, seen)
    : UNKNOWN;
}

function isWrapper({ type }: Node): boolean {
  return WRAPPERS.has(type) || type === 'template_expr';
}

function joined(parts: Texts[]): Texts {
  return {
    texts: parts.flatMap(({ texts }) => texts),
    complete: parts.every(({ complete }) => complete),
  };
}

/** `x` of the expression `local.x`. */
function localName(expression: Node): string | undefined {
  return /^local\.([\w-]+)$/.exec(expression.text)?.[1];
}

function withLocals(node: Node, locals: Locals): string {
  const named = [...node.text.matchAll(/\blocal\.([\w-]+)/g)].flatMap(
    ([, name]) => locals.get(name)?.text ?? [],
  );
  return [node.text, ...named].join('\n');
}

function localsOf(root: Node): [string, Node][] {
  return nodesIn(root, 'block')
    .filter(block => childrenOf(block)[0].text === 'locals')
    .flatMap(block => childrenOf(block).filter(isBody))
    .flatMap(childrenOf)
    .filter(child => child.type === 'attribute')
    .map(attribute => {
      const children = childrenOf(attribute);
      return [children[0].text, children[children.length - 1]];
    });
}

function isBody({ type }: Node): boolean {
  return type === 'body';
}

function objectsIn(root: Node): Node[] {
  return nodesIn(root, 'object');
}

/** Values of an object by the names of its attributes. */
function elementsOf(object: Node): Map<string, Node> {
  return new Map(
    childrenOf(object)
      .filter(child => child.type === 'object_elem')
      .map(element => {
        const children = childrenOf(element);
        return [
          children[0].text.replace(/^"|"$/g, ''),
          children[children.length - 1],
        ];
      }),
  );
}

function nodesIn(root: Node, type: string): Node[] {
  return root
    .descendantsOfType(type)
    .filter((node): node is Node => node !== null);
}

function childrenOf(node: Node): Node[] {
  return node.children.filter(
    (child): child is Node => child !== null && child.type !== 'comment',
  );
}
