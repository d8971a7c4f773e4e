import { readFile } from 'node:fs/promises';
import { Edit, Language, Parser } from 'web-tree-sitter';
import { Compaction, difference } from './Compaction';
import { lineStart } from './lines';
import { SyntaxNode, SyntaxTree } from './syntax';

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

/** Parses a text; given the tree of an earlier text, only where the two differ. */
export function parseTree(text: string, earlier?: SyntaxTree): SyntaxTree {
  if (!parser) {
    throw new Error('Await loadHclParser() before parsing HCL');
  }
  const compaction = Compaction.of(text);
  const edited = earlier?.tree.copy();
  try {
    if (earlier) {
      edited?.edit(editBetween(earlier.compaction.text, compaction.text));
    }
    const tree = parser.parse(compaction.text, edited);
    if (!tree) {
      throw new Error('The HCL parser gave no tree');
    }
    return new SyntaxTree(tree, compaction);
  } finally {
    edited?.delete();
  }
}

// Rows are not used by the grammar and positions are taken from the text, so one
// row for everything keeps this from counting lines in long files.
function editBetween(before: string, after: string): Edit {
  const { start, beforeEnd, afterEnd } = difference(before, after);
  const point = (index: number) => ({ row: 0, column: index });
  return new Edit({
    startIndex: start,
    oldEndIndex: beforeEnd,
    newEndIndex: afterEnd,
    startPosition: point(start),
    oldEndPosition: point(beforeEnd),
    newEndPosition: point(afterEnd),
  });
}

/** The first place the parser could not make sense of. */
export function findSyntaxError(
  root: SyntaxNode,
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
    const inner: SyntaxNode | undefined = node.children.find(
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
  node: SyntaxNode,
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
