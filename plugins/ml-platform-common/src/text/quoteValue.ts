const MAX_SHOWN = 80;
// Control and format characters, separators: what could break a line, move the
// cursor or turn the direction of the text around it.
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/**
 * A value as it may stand in a message: in double quotes, at most 80 characters
 * of it, control characters written as `\u{...}`.
 *
 * @public
 */
export function quoteValue(value: unknown): string {
  const text =
    typeof value === 'string' ? value : JSON.stringify(value) ?? String(value);
  const characters = Array.from(text.slice(0, 2 * MAX_SHOWN));
  const shown = characters
    .slice(0, MAX_SHOWN)
    .join('')
    .replace(UNPRINTABLE, describeCharacter);
  return characters.length > MAX_SHOWN ? `"${shown}…"` : `"${shown}"`;
}

function describeCharacter(character: string): string {
  return `\\u{${character.codePointAt(0)!.toString(16)}}`;
}
