import { InputError } from '@backstage/errors';
import { HclExpression, HclValue, isHclObject } from './HclValue';
import { quoteForMessage } from './quoteForMessage';

/**
 * A value ready to be written; properties that are `undefined` are left out.
 *
 * @param checkExpression - throws when an expression cannot be written
 * @throws InputError for anything a document cannot hold
 */
export function checkValue(
  value: unknown,
  checkExpression: (expression: HclExpression) => void,
): HclValue {
  if (value instanceof HclExpression) {
    checkExpression(value);
    return value;
  }
  if (Array.isArray(value)) {
    return value.map(item => checkValue(item, checkExpression));
  }
  if (isHclObject(value as HclValue)) {
    return Object.fromEntries(
      Object.entries(value as object)
        .filter(([, item]) => item !== undefined)
        .map(([key, item]) => [key, checkValue(item, checkExpression)]),
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
