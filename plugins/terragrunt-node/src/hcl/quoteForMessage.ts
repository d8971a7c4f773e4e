const MAX_LENGTH = 80;

/**
 * A value inside a message: in double quotes, one line, control characters
 * escaped, shortened to 80 characters.
 */
export function quoteForMessage(text: string): string {
  const characters = Array.from(text.slice(0, 2 * MAX_LENGTH + 1));
  const shortened =
    characters.length > MAX_LENGTH
      ? `${characters.slice(0, MAX_LENGTH).join('')}…`
      : text;
  return JSON.stringify(shortened).replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
