import { readFile } from 'node:fs/promises';
import { Edit, Language, Parser } from 'web-tree-sitter';
import { Compaction, difference } from './Compaction';
import { SyntaxTree } from './syntax';

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
