export { attributeOf, readHcl } from './readHcl';
export { Computed, ObjectValue } from './syntax';
export type {
  Attribute,
  Block,
  Body,
  HclFile,
  Kind,
  Reference,
  Value,
} from './syntax';
