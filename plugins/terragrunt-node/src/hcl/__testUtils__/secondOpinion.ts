import { format } from '@cdktn/hcl-tools';
import { parse } from '@cdktn/hcl2json';
import { HclExpression, HclValue } from '../HclValue';
import { HclPath } from '../HclPath';

/** HashiCorp's own reading of a text: strings keep `$${` doubled, expressions are `${...}`. */
export async function readByHashicorp(text: string): Promise<unknown> {
  return withoutParentheses(await parse('sample.hcl', text));
}

/** The converter shows a literal in parentheses as an expression. */
function withoutParentheses(data: unknown): unknown {
  if (typeof data === 'string') {
    const literal = /^\$\{\((".*"|true|false|null|-?[\d.]+)\)\}$/.exec(data);
    return literal ? JSON.parse(literal[1]) : data;
  }
  if (Array.isArray(data)) {
    return data.map(withoutParentheses);
  }
  return typeof data === 'object' && data !== null
    ? Object.fromEntries(
        Object.entries(data).map(([key, item]) => [
          withoutParentheses(key),
          withoutParentheses(item),
        ]),
      )
    : data;
}

/** `terraform fmt`, which drops a byte order mark. */
export async function formatByHashicorp(text: string): Promise<string> {
  const formatted = await format(text);
  return text.startsWith('\uFEFF') ? `\uFEFF${formatted}` : formatted;
}

/** A value as {@link readByHashicorp} gives it. */
export function asHashicorp(value: HclValue): unknown {
  if (value instanceof HclExpression) {
    const { source } = value;
    return source.startsWith('"') ? source.slice(1, -1) : `\${${source}}`;
  }
  if (typeof value === 'string') {
    return value.normalize('NFC').replace(/([$%])(?=\{)/g, '$1$1');
  }
  if (Array.isArray(value)) {
    return value.map(asHashicorp);
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [
        key.startsWith('(') ? `\${${key}}` : key,
        asHashicorp(item),
      ]),
    );
  }
  return value;
}

/** What stands at a path in {@link readByHashicorp}'s answer, where a block is a list of one. */
export function pick(data: unknown, path: HclPath): unknown {
  let at = data;
  for (const segment of path) {
    if (Array.isArray(at) && typeof segment === 'string') {
      [at] = at;
    }
    at = (at as Record<string, unknown>)[segment as string];
  }
  return at;
}
