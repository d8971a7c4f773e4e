export { HclDocument } from './HclDocument';
export { loadHclParser } from './parser';
export { formatHclPath } from './HclPath';
export type { HclPath, HclPathSegment } from './HclPath';
export { HclExpression, hclValuesEqual } from './HclValue';
export type { HclValue } from './HclValue';
export {
  HclEditError,
  HclSyntaxError,
  UnfollowableExpressionError,
} from './errors';
export { hclString } from './hclString';
