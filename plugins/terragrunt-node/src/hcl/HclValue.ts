/**
 * Anything in a document that is not a literal: a reference, a function call, a
 * template with `${}`, a conditional, a `for`. It stays visible as its source.
 *
 * @public
 */
export class HclExpression {
  /**
   * @param source - the expression as it stands in the file
   * @param line - line of its first character, from 1
   * @param column - column of its first character in UTF-16 units, from 1
   */
  constructor(
    readonly source: string,
    readonly line: number,
    readonly column: number,
  ) {}
}

/**
 * A value as read from, or to be written into, a document. Lists and objects may
 * hold {@link HclExpression}s.
 *
 * @public
 */
export type HclValue =
  | string
  | number
  | boolean
  | null
  | HclExpression
  | HclValue[]
  | { [key: string]: HclValue };

/** An object in the sense of HCL: neither a list nor an expression. */
export function isHclObject(
  value: HclValue | undefined,
): value is { [key: string]: HclValue } {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof HclExpression)
  );
}

/**
 * Whether two values mean the same. The order of an object's keys does not
 * matter; strings are compared in NFC, because HCL normalises them when it reads.
 *
 * @public
 */
export function hclValuesEqual(
  left: HclValue | undefined,
  right: HclValue | undefined,
): boolean {
  if (left === right) {
    return true;
  }
  if (typeof left === 'string' && typeof right === 'string') {
    return left.normalize('NFC') === right.normalize('NFC');
  }
  if (left instanceof HclExpression || right instanceof HclExpression) {
    return (
      left instanceof HclExpression &&
      right instanceof HclExpression &&
      left.source === right.source
    );
  }
  if (Array.isArray(left) || Array.isArray(right)) {
    return (
      Array.isArray(left) &&
      Array.isArray(right) &&
      left.length === right.length &&
      left.every((item, index) => hclValuesEqual(item, right[index]))
    );
  }
  if (isHclObject(left) && isHclObject(right)) {
    const keys = Object.keys(left);
    return (
      keys.length === Object.keys(right).length &&
      keys.every(
        key =>
          Object.prototype.hasOwnProperty.call(right, key) &&
          hclValuesEqual(left[key], right[key]),
      )
    );
  }
  return false;
}
