import { alignComments } from './commentAlignment';
import { HclEditError, HclSyntaxError } from './errors';
import { formatHclPath, HclPath } from './HclPath';
import { lineAndColumn } from './lines';
import { parseTree } from './parser';
import { Place, resolvePath } from './resolvePath';
import { SyntaxNode, SyntaxTree } from './syntax';
import { findSyntaxError, textOfLine } from './syntaxError';
import { applySplices, normaliseSplices, Splice } from './splices';

/**
 * Syntax trees live in the parser's own memory, which no garbage collector
 * sees. Only those of the texts used last are kept, fewer of long ones; an older
 * text is parsed again if it is ever asked for more. Two always stay, the texts
 * before and after an edit.
 */
const KEPT_TREES = 8;
const KEPT_CHARACTERS = 1_000_000;
const kept: HclSource[] = [];

/** A text with its syntax tree: what edits read and produce. */
export class HclSource {
  #tree: SyntaxTree | undefined;

  private constructor(readonly text: string, readonly file: string) {}

  static parse(text: string, file: string): HclSource {
    const source = new HclSource(text, file);
    source.#keep(parseTree(text));
    const problem = findSyntaxError(source.root, text);
    if (problem) {
      const { line, column } = lineAndColumn(text, problem.index);
      const lineText = textOfLine(text, problem.index);
      throw new HclSyntaxError(file, line, column, lineText, problem.detail);
    }
    return source;
  }

  get root(): SyntaxNode {
    return this.#syntax().root;
  }

  #syntax(): SyntaxTree {
    if (!this.#tree) {
      this.#keep(parseTree(this.text));
    } else if (kept[kept.length - 1] !== this) {
      // Used again, so it is the last to go: nodes in use must not lose their tree.
      kept.splice(kept.indexOf(this), 1);
      kept.push(this);
    }
    return this.#tree!;
  }

  /** The text after splices. What no longer parses is refused: no edit may break a file. */
  apply(splices: Splice[]): HclSource {
    const ordered = normaliseSplices(this.text, splices);
    if (ordered.length === 0) {
      return this;
    }
    const edited = this.#splice(ordered);
    const comments = normaliseSplices(
      edited.text,
      alignComments(this, edited, ordered),
    );
    return comments.length > 0 ? edited.#splice(comments) : edited;
  }

  #splice(splices: Splice[]): HclSource {
    const text = applySplices(this.text, splices);
    const source = new HclSource(text, this.file);
    source.#keep(parseTree(text, this.#syntax()));
    const problem = findSyntaxError(source.root, text);
    if (problem) {
      throw new HclEditError(
        this.file,
        this.lineOf(splices[0].start),
        'the edit would leave a file that is not valid HCL. Make it by hand, and report this file',
      );
    }
    return source;
  }

  /**
   * The one place a path leads to.
   *
   * @throws HclEditError when it leads to several
   */
  find(path: HclPath): Place | undefined {
    const places = resolvePath(this.root, path, this.text);
    if (places.length > 1) {
      const lines = places.map(place => this.lineOf(place.node.startIndex));
      throw new HclEditError(
        this.file,
        lines[1],
        `${formatHclPath(path)} is declared ${
          places.length
        } times (lines ${lines.join(', ')}). Leave one of them`,
      );
    }
    return places[0];
  }

  lineOf(index: number): number {
    return lineAndColumn(this.text, index).line;
  }

  #keep(tree: SyntaxTree) {
    this.#tree = tree;
    kept.push(this);
    while (kept.length > 2 && isTooMuch()) {
      const oldest = kept.shift()!;
      oldest.#tree?.delete();
      oldest.#tree = undefined;
    }
  }
}

function isTooMuch(): boolean {
  const characters = kept.reduce((sum, { text }) => sum + text.length, 0);
  return kept.length > KEPT_TREES || characters > KEPT_CHARACTERS;
}
