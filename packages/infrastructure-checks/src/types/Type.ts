/** A type constraint of Terraform. */
export type Type =
  | { kind: 'any' | 'string' | 'number' | 'bool' }
  | { kind: 'list' | 'set' | 'map'; of: Type }
  | { kind: 'tuple'; of: Type[] }
  | { kind: 'object'; fields: ReadonlyMap<string, Field> };

/** An attribute of an object type. */
export interface Field {
  type: Type;
  optional: boolean;
}
