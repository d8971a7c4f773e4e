import { InputError } from '@backstage/errors';
import { quoteForMessage } from './quoteForMessage';

const SHORT_ESCAPES: Record<string, string> = {
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '"': '\\"',
  '\\': '\\\\',
};

/**
 * A quoted HCL string that means exactly `text`: nothing in it can end the
 * string or start a template. Control, format and separator characters are
 * written as escapes, so that nothing invisible enters a file.
 *
 * @throws InputError when `text` holds half a surrogate pair, which no UTF-8 file can hold
 * @public
 */
export function hclString(text: string): string {
  // The last `$` before `{` is doubled, HCL's own escape. Any further ones are
  // written by code point, as HCL reads a longer run of them differently.
  return quoteText(text).replace(
    /([$%]+)\{/g,
    (_, run: string) =>
      `${Array.from(run.slice(0, -1), unicodeEscape).join('')}${
        run.slice(-1) + run.slice(-1)
      }{`,
  );
}

/** A text in double quotes with the escapes that HCL and YAML share. */
export function quoteText(text: string): string {
  if (/[\uD800-\uDFFF]/u.test(text)) {
    throw new InputError(
      `The text ${quoteForMessage(
        text,
      )} holds half of a surrogate pair, which cannot be stored as UTF-8. Remove the character`,
    );
  }
  const escaped = text.replace(
    /["\\]|[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
    character => SHORT_ESCAPES[character] ?? unicodeEscape(character),
  );
  return `"${escaped}"`;
}

function unicodeEscape(character: string): string {
  const code = character.codePointAt(0)!.toString(16);
  return code.length > 4
    ? `\\U${code.padStart(8, '0')}`
    : `\\u${code.padStart(4, '0')}`;
}
