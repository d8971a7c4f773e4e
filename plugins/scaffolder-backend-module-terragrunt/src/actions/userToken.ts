/**
 * The token a template passes, undefined when none came along. The scaffolder hands over an expression it
 * cannot render as it is, and a dry run hides secrets behind asterisks.
 */
export function usableToken(token: string | undefined): string | undefined {
  const text = token?.trim();
  return !text || text.includes('${{') || /^\*+$/.test(text) ? undefined : text;
}
