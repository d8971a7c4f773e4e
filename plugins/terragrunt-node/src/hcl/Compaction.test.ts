import { readFileSync } from 'node:fs';
import { Language, Node, Parser } from 'web-tree-sitter';
import { CORPUS, readSample } from './__testUtils__/corpus';
import { generateDocument } from './__testUtils__/generate';
import { Compaction, difference } from './Compaction';
import { loadHclParser, parseTree } from './parser';
import { SyntaxNode } from './syntax';

let parser: Parser;

beforeAll(async () => {
  await loadHclParser();
  const path = require.resolve(
    '@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-hcl.wasm',
  );
  const language = await Language.load(new Uint8Array(readFileSync(path)));
  parser = new Parser().setLanguage(language);
});

/** Types and places of all nodes, but for what the shorter text leaves out: the inside of strings. */
function outline(node: Node | SyntaxNode): unknown[] {
  const place =
    node.type === 'comment'
      ? [node.type, node.startIndex]
      : [node.type, node.startIndex, node.endIndex];
  const children = (node.children as (Node | SyntaxNode)[]).filter(
    child => child.type !== 'template_literal',
  );
  return [...place, ...children.map(outline)];
}

/** The outlines of a text parsed whole and parsed in its shorter form. */
function outlines(text: string): { whole: unknown[]; compact: unknown[] } {
  const direct = parser.parse(text)!;
  const tree = parseTree(text);
  const both = { whole: outline(direct.rootNode), compact: outline(tree.root) };
  direct.delete();
  tree.delete();
  return both;
}

describe('Compaction', () => {
  it('leaves out what has no structure', () => {
    const { text } = Compaction.of(
      'a = {\n    name   = "arn:aws:s3:::x/y-1"\n\tb = "x y"\n}\n',
    );
    expect(text).toBe('a = {\nname = ""\nb = "x y"\n}\n');
  });

  it.each([
    'a = "${f("abc")}def${f("b c")} ghi"\n',
    'a = "x\\"abc\\"" # "quoted" */ "comment"\nb = "c"\n',
    'a = "%{ if x == "abc" }then%{ else }"else"%{ endif }"\n',
    'a = /* "abc" */ "def"\nb = [ "ghi","jkl" , "m","nop"]\n',
    'a = <<EOT\n   "abc" ${"def"} EOT\n  EOT\nb = "ghi"\n',
    'a = <<-EOT\n  x  "abc\n  def"\n  EOT\n\n  b  =  { "cde"="fgh","x":"yzz" }\n',
    'a = "$${abc}"\nb="%%{abc}"\nc = "abc"=="abc"?"abc":"def"\n',
    '\uFEFFa   = "größe"   # 😀  "😀"\r\n   b = "abc"\r\n',
    'a = x["abc"].y["def"][0]\n',
  ])('gives the tree of the whole text: %j', text => {
    const { whole, compact } = outlines(text);
    expect(compact).toEqual(whole);
  });

  it.each(CORPUS)('gives the tree of the whole text: $file', sample => {
    const { whole, compact } = outlines(readSample(sample));
    expect(compact).toEqual(whole);
  });

  it('gives the tree of the whole text for generated documents', () => {
    for (let seed = 0; seed < 300; seed += 1) {
      const { whole, compact } = outlines(generateDocument(seed).text);
      expect(compact).toEqual(whole);
    }
  });

  it('finds the way between both texts', () => {
    const original = 'a = {\n    name   = "abcdef"\n}\n';
    const compaction = Compaction.of(original);
    for (const mark of ['a', '{', 'name', '=', '"abcdef"', '}']) {
      const at = original.indexOf(mark);
      const compact = compaction.compactIndex(at);
      expect(compaction.originalStart(compact)).toBe(at);
      expect(compaction.text[compact]).toBe(mark[0]);
    }
    const inside = original.indexOf('cde');
    expect(compaction.compactIndex(inside)).toBe(
      compaction.text.indexOf('"') + 1,
    );
  });
});

describe('difference', () => {
  it.each([
    ['abc', 'abc', [3, 3, 3]],
    ['abc', 'axc', [1, 2, 2]],
    ['aa', 'aaa', [2, 2, 3]],
    ['', 'x', [0, 0, 1]],
    ['a\u{1F600}b', 'a\u{1F601}b', [1, 3, 3]],
    ['a\u{1F600}b', 'a\u{1FA00}b', [1, 3, 3]],
  ])('of %j and %j', (before, after, [start, beforeEnd, afterEnd]) => {
    expect(difference(before, after)).toEqual({ start, beforeEnd, afterEnd });
  });
});
