import { Computed, Kind, ObjectValue, Value } from '../hcl';
import { Type } from './Type';

const COMPUTED: Record<Type['kind'], Kind[]> = {
  any: ['string', 'list', 'object', 'bool', 'number'],
  string: ['string', 'bool', 'number'],
  number: ['number', 'string'],
  bool: ['bool', 'string'],
  list: ['list'],
  set: ['list'],
  tuple: ['list'],
  map: ['object'],
  object: ['object'],
};

/**
 * What keeps a value from being of a type, in words. Nothing where the value
 * is computed and its form does not contradict. An attribute that an object
 * type does not have counts too: Terraform would drop it without a word.
 */
export function matchType(value: Value, type: Type, name: string): string[] {
  if (value === null || type.kind === 'any') {
    return [];
  }
  if (value instanceof Computed) {
    return value.kind === undefined || COMPUTED[type.kind].includes(value.kind)
      ? []
      : [`${name} is to be a ${type.kind}, not a ${value.kind}`];
  }
  switch (type.kind) {
    case 'list':
    case 'set':
      return isList(value)
        ? value.flatMap((item, index) =>
            matchType(item, type.of, `${name}[${index}]`),
          )
        : [wrong(name, value, type)];
    case 'tuple':
      return isList(value) && value.length === type.of.length
        ? value.flatMap((item, index) =>
            matchType(item, type.of[index], `${name}[${index}]`),
          )
        : [wrong(name, value, type)];
    case 'map':
      return value instanceof ObjectValue
        ? [...value.entries].flatMap(([key, entry]) =>
            matchType(entry.value, type.of, `${name}.${key}`),
          )
        : [wrong(name, value, type)];
    case 'object':
      return value instanceof ObjectValue
        ? matchObject(value, type, name)
        : [wrong(name, value, type)];
    default:
      return isScalar(value, type.kind) ? [] : [wrong(name, value, type)];
  }
}

function matchObject(
  value: ObjectValue,
  type: Extract<Type, { kind: 'object' }>,
  name: string,
): string[] {
  const problems = [...value.entries].flatMap(([key, entry]) => {
    const field = type.fields.get(key);
    return field
      ? matchType(entry.value, field.type, `${name}.${key}`)
      : [`${name} has no attribute ${key}`];
  });
  const missing = value.open
    ? []
    : [...type.fields].filter(
        ([key, field]) => !field.optional && !value.entries.has(key),
      );
  return [...problems, ...missing.map(([key]) => `${name} lacks ${key}`)];
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

function isScalar(value: Value, kind: Type['kind']): boolean {
  switch (kind) {
    case 'string':
      return ['string', 'number', 'boolean'].includes(typeof value);
    case 'number':
      return (
        typeof value === 'number' ||
        (typeof value === 'string' &&
          value !== '' &&
          Number.isFinite(Number(value)))
      );
    default:
      return (
        typeof value === 'boolean' || value === 'true' || value === 'false'
      );
  }
}

function wrong(name: string, value: Value, type: Type): string {
  let given = 'a list';
  if (value instanceof ObjectValue) {
    given = 'an object';
  } else if (!isList(value)) {
    given = JSON.stringify(value);
  }
  return `${name} is to be a ${type.kind}, not ${given}`;
}
