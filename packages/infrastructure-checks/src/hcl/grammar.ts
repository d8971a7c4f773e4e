import { readFile } from 'node:fs/promises';
import { Language, Node, Parser } from 'web-tree-sitter';

const GRAMMAR = '@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-hcl.wasm';

let parser: Promise<Parser> | undefined;

async function load(): Promise<Parser> {
  await Parser.init();
  // The bytes are handed over, because the library would otherwise read the
  // file by a dynamic import, which test runners without ESM refuse.
  const bytes = await readFile(require.resolve(GRAMMAR));
  return new Parser().setLanguage(await Language.load(new Uint8Array(bytes)));
}

/** The root node of a text. The tree lives as long as the process. */
export async function parseSyntax(text: string): Promise<Node> {
  parser ??= load();
  const tree = (await parser).parse(text);
  if (!tree) {
    throw new Error('The HCL parser gave no tree');
  }
  return tree.rootNode;
}
