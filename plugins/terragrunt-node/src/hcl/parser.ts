import { readFile } from 'node:fs/promises';
import { Edit, Language, Node, Parser, Tree } from 'web-tree-sitter';
import { lineStart } from './lines';
import { Splice } from './splices';

const GRAMMAR = '@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-hcl.wasm';

let loading: Promise<void> | undefined;
let parser: Parser | undefined;

/**
 * Loads the HCL grammar. Await it once before `HclDocument.parse`; later calls
 * return the same promise.
 *
 * @public
 */
export function loadHclParser(): Promise<void> {
  loading ??= load().catch(error => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(): Promise<void> {
  await Parser.init();
  // The bytes are handed over, because the library would otherwise read the
  // file by a dynamic import, which test runners without ESM refuse.
  const bytes = await readFile(require.resolve(GRAMMAR));
  const language = await Language.load(new Uint8Array(bytes));
  parser = new Parser().setLanguage(language);
}

/** Parses a text; with the tree of an earlier text and the splices since then, only what changed. */
export function parseTree(
  text: string,
  earlier?: { tree: Tree; splices: Splice[] },
): Tree {
  if (!parser) {
    throw new Error('Await loadHclParser() before parsing HCL');
  }
  if (!earlier) {
    return expectTree(parser.parse(text));
  }
  const edited = earlier.tree.copy();
  try {
    // Backwards, so that every splice still finds its place.
    for (const splice of [...earlier.splices].reverse()) {
      edited.edit(editOf(splice));
    }
    return expectTree(parser.parse(text, edited));
  } finally {
    edited.delete();
  }
}

function expectTree(tree: Tree | null): Tree {
  if (!tree) {
    throw new Error('The HCL parser gave no tree');
  }
  return tree;
}

// Rows are not used by the grammar and positions are taken from the text, so one
// row for everything keeps this from counting lines in long files.
function editOf(splice: Splice): Edit {
  const point = (index: number) => ({ row: 0, column: index });
  return new Edit({
    startIndex: splice.start,
    oldEndIndex: splice.end,
    newEndIndex: splice.start + splice.text.length,
    startPosition: point(splice.start),
    oldEndPosition: point(splice.end),
    newEndPosition: point(splice.start + splice.text.length),
  });
}

/** The first place the parser could not make sense of. */
export function findSyntaxError(
  root: Node,
  text: string,
): { index: number; detail: string } | undefined {
  if (!root.hasError) {
    return undefined;
  }
  let node = root;
  for (;;) {
    if (node.isMissing) {
      return { index: node.startIndex, detail: `missing ${node.type}` };
    }
    const inner: Node | undefined = node.children.find(
      child => child.hasError || child.isMissing || child.isError,
    );
    if (node.isError && (!inner || inner.startIndex > node.startIndex)) {
      return describeError(node, text);
    }
    if (!inner) {
      return { index: node.startIndex, detail: 'not valid HCL here' };
    }
    node = inner;
  }
}

function describeError(
  node: Node,
  text: string,
): { index: number; detail: string } {
  const unclosed = node.children
    .filter(child => /_start$/.test(child.type))
    .filter(
      child =>
        !node.children.some(
          other =>
            other.startIndex > child.startIndex &&
            other.type === child.type.replace(/_start$/, '_end'),
        ),
    )
    .pop();
  if (unclosed && node.endIndex >= text.trimEnd().length) {
    return {
      index: unclosed.startIndex,
      detail: 'opened here and never closed',
    };
  }
  return { index: node.startIndex, detail: 'not valid HCL here' };
}

/** The line that holds an index, without its line ending. */
export function textOfLine(text: string, index: number): string {
  const start = lineStart(text, index);
  return text.slice(start).split(/\r?\n/, 1)[0];
}
