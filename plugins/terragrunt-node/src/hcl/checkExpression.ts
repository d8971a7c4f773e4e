import { InputError } from '@backstage/errors';
import { HclExpression } from './HclValue';
import { bodyOf, endsInHeredoc, valueOf } from './nodes';
import { parseTree } from './parser';
import { quoteForMessage } from './quoteForMessage';

/**
 * Nothing may come before or behind an expression, or it could bring in more than itself.
 *
 * @throws InputError when the source is not one whole expression
 */
export function checkExpression({ source }: HclExpression): void {
  const prefix = 'x = ';
  const tree = parseTree(`${prefix}${source}\n`);
  try {
    const attributes = bodyOf(tree.root)?.children ?? [];
    const expression = attributes.length === 1 && valueOf(attributes[0]);
    if (
      tree.root.hasError ||
      !expression ||
      expression.startIndex !== prefix.length ||
      expression.endIndex !== prefix.length + source.length ||
      endsInHeredoc(expression)
    ) {
      throw new InputError(
        `${quoteForMessage(source)} is not one whole HCL expression`,
      );
    }
  } finally {
    tree.delete();
  }
}
