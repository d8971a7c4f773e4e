export { matchType } from './matchType';
export { parseType } from './parseType';
export { normaliseType } from './tokens';
export type { Field, Type } from './Type';
