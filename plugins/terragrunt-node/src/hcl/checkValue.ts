import { InputError } from '@backstage/errors';
import { HclExpression, HclValue, isHclObject } from './HclValue';
import { bodyOf, endsInHeredoc, valueOf } from './nodes';
import { parseTree } from './parser';
import { quoteForMessage } from './quoteForMessage';

/**
 * A value ready to be written: properties that are `undefined` are left out,
 * expressions are known to be one whole expression.
 *
 * @throws InputError for anything HCL cannot hold
 */
export function checkValue(value: unknown): HclValue {
  if (value instanceof HclExpression) {
    checkExpression(value.source);
    return value;
  }
  if (Array.isArray(value)) {
    return value.map(checkValue);
  }
  if (isPlainObject(value)) {
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, item]) => item !== undefined)
        .map(([key, item]) => [key, checkValue(item)]),
    );
  }
  if (
    value === null ||
    typeof value === 'string' ||
    typeof value === 'boolean' ||
    (typeof value === 'number' && Number.isFinite(value))
  ) {
    return value;
  }
  throw new InputError(
    `${quoteForMessage(
      String(value),
    )} cannot be written: only strings, finite numbers, booleans, null, lists and objects can`,
  );
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return isHclObject(value as HclValue);
}

/** Nothing may come before or behind the expression, or it could bring in more than itself. */
function checkExpression(source: string): void {
  const prefix = 'x = ';
  const tree = parseTree(`${prefix}${source}\n`);
  try {
    const attributes = bodyOf(tree.rootNode)?.children ?? [];
    const expression = attributes.length === 1 && valueOf(attributes[0]);
    if (
      tree.rootNode.hasError ||
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
