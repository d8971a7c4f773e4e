import { HclExpression, HclValue } from '../hcl';

/** An object of a document, as read. */
export type HclObject = { [key: string]: HclValue };

export function isObject(value: HclValue | undefined): value is HclObject {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof HclExpression)
  );
}

/** A value that is not set: Terraform takes `null` as the attribute's default. */
export function isUnset(value: HclValue | undefined): boolean {
  return value === undefined || value === null;
}

/** The text Terraform makes of a value for an attribute of type string. */
export function textValue(value: HclValue | undefined): string | undefined {
  if (typeof value === 'string') {
    return value;
  }
  return typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : undefined;
}

/** The truth Terraform makes of a value for an attribute of type bool, false by default. */
export function flagValue(value: HclValue | undefined): boolean {
  return value === true || value === 'true';
}

/** The texts of a list; elements that are expressions are left out. */
export function textList(value: HclValue | undefined): string[] {
  return Array.isArray(value)
    ? value.map(textValue).filter((text): text is string => text !== undefined)
    : [];
}
