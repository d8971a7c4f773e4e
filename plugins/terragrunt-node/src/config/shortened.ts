const MAX_LENGTH = 80;

/**
 * A value as it may stand in a message: at most 80 characters, and no character that could move the
 * cursor, break a line or turn the direction of the text.
 */
export function shortened(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value) ?? '';
  const escaped = text.replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
    character => `\\u{${character.codePointAt(0)!.toString(16)}}`,
  );
  return escaped.length > MAX_LENGTH
    ? `${escaped.slice(0, MAX_LENGTH)}…`
    : escaped;
}
