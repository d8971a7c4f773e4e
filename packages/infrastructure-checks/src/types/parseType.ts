import { Field, Type } from './Type';
import { typeTokens } from './tokens';

/**
 * Reads a type constraint such as `map(object({ name = string, size = optional(number, 1) }))`.
 *
 * @throws Error naming the constraint and the word that does not belong
 */
export function parseType(source: string): Type {
  const tokens = typeTokens(source);
  let at = 0;

  const refuse = (token: string | undefined): never => {
    throw new Error(`type ${source}: ${token ?? 'its end'} does not belong`);
  };
  const take = (expected: string) => {
    if (tokens[at] !== expected) {
      refuse(tokens[at]);
    }
    at += 1;
  };
  const skipDefault = () => {
    for (let depth = 0; depth > 0 || tokens[at] !== ')'; at += 1) {
      if (tokens[at] === undefined) {
        refuse(undefined);
      }
      if ('({['.includes(tokens[at])) {
        depth += 1;
      } else if (')}]'.includes(tokens[at])) {
        depth -= 1;
      }
    }
  };

  function readField(): Field {
    if (tokens[at] !== 'optional') {
      return { type: readType(), optional: false };
    }
    at += 1;
    take('(');
    const type = readType();
    skipDefault();
    take(')');
    return { type, optional: true };
  }

  function readObject(): Type {
    const fields = new Map<string, Field>();
    take('(');
    take('{');
    while (tokens[at] !== '}') {
      const name = tokens[at].replace(/^"|"$/g, '');
      at += 1;
      take('=');
      fields.set(name, readField());
      if (tokens[at] === ',') {
        at += 1;
      }
    }
    take('}');
    take(')');
    return { kind: 'object', fields };
  }

  function readTuple(): Type {
    const of: Type[] = [];
    take('(');
    take('[');
    while (tokens[at] !== ']') {
      of.push(readType());
      if (tokens[at] === ',') {
        at += 1;
      }
    }
    take(']');
    take(')');
    return { kind: 'tuple', of };
  }

  function readType(): Type {
    const token = tokens[at];
    at += 1;
    switch (token) {
      case 'any':
      case 'string':
      case 'number':
      case 'bool':
        return { kind: token };
      case 'list':
      case 'set':
      case 'map': {
        take('(');
        const of = readType();
        take(')');
        return { kind: token, of };
      }
      case 'object':
        return readObject();
      case 'tuple':
        return readTuple();
      default:
        return refuse(token);
    }
  }

  const type = readType();
  return at === tokens.length ? type : refuse(tokens[at]);
}
