import { Node, Tree } from 'web-tree-sitter';
import { Compaction } from './Compaction';

/** A node of the syntax tree, with indices (UTF-16) in the original text. */
export class SyntaxNode {
  #children: SyntaxNode[] | undefined;

  constructor(
    private readonly node: Node,
    private readonly compaction: Compaction,
  ) {}

  get type(): string {
    return this.node.type;
  }

  get startIndex(): number {
    return this.compaction.originalStart(this.node.startIndex);
  }

  get endIndex(): number {
    return this.compaction.originalEnd(this.node.endIndex);
  }

  /** Whether the parser could not make sense of something in this node. */
  get hasError(): boolean {
    return this.node.hasError;
  }

  get isError(): boolean {
    return this.node.isError;
  }

  /** Whether the parser made this node up to go on. */
  get isMissing(): boolean {
    return this.node.isMissing;
  }

  get childCount(): number {
    return this.node.childCount;
  }

  /** Brackets, separators and comments included. */
  get children(): SyntaxNode[] {
    this.#children ??= this.node.children.map(child => this.#wrap(child));
    return this.#children;
  }

  get firstChild(): SyntaxNode | undefined {
    const child = this.node.firstChild;
    return child ? this.#wrap(child) : undefined;
  }

  get lastChild(): SyntaxNode | undefined {
    const child = this.node.lastChild;
    return child ? this.#wrap(child) : undefined;
  }

  /** The smallest node that holds the character at an index. */
  smallestAt(index: number): SyntaxNode | undefined {
    const at = this.compaction.compactIndex(index);
    const found = this.node.descendantForIndex(at, at + 1);
    return found ? this.#wrap(found) : undefined;
  }

  #wrap(node: Node): SyntaxNode {
    return new SyntaxNode(node, this.compaction);
  }
}

/** A syntax tree, which lives in the parser's memory until it is deleted. */
export class SyntaxTree {
  constructor(readonly tree: Tree, readonly compaction: Compaction) {}

  get root(): SyntaxNode {
    return new SyntaxNode(this.tree.rootNode, this.compaction);
  }

  delete(): void {
    this.tree.delete();
  }
}
