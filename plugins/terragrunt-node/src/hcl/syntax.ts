import { Node, Tree } from 'web-tree-sitter';
import { Compaction } from './Compaction';

/**
 * A node of the syntax tree, with indices (UTF-16) in the original text.
 * Asked twice for a child it gives the same object, so that what is known of a
 * long list can be kept with its node.
 */
export class SyntaxNode {
  #children: SyntaxNode[] | undefined;
  #firstChild: SyntaxNode | undefined;

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
    this.#children ??= this.node.children.map((child, index) =>
      index === 0 ? this.firstChild! : this.#wrap(child),
    );
    return this.#children;
  }

  get firstChild(): SyntaxNode | undefined {
    if (!this.#firstChild) {
      const child = this.node.firstChild;
      this.#firstChild = child ? this.#wrap(child) : undefined;
    }
    return this.#firstChild;
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
  readonly root: SyntaxNode;

  constructor(readonly tree: Tree, readonly compaction: Compaction) {
    this.root = new SyntaxNode(tree.rootNode, compaction);
  }

  delete(): void {
    this.tree.delete();
  }
}
