import { quoteValue } from './quoteValue';

// Control characters, marks of direction, the byte order mark.
const HIDDEN = /^[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]$/u;
const LAYOUT = ['\n', '\r', '\t'];

/**
 * What makes a text unusable as any kind of name, apart from the name's own
 * rule: a template expression the Scaffolder did not render, an expression of
 * HCL, a character that only looks like a Latin one.
 *
 * @returns the problem in words, or undefined
 * @public
 */
export function nameTextProblem(text: string): string | undefined {
  const unrendered = unrenderedExpressionProblem(text);
  if (unrendered) {
    return unrendered;
  }
  if (/[$%]\{/.test(text)) {
    return 'holds a Terraform expression (${...} or %{...}); give the value itself';
  }
  const foreign = Array.from(text.slice(0, 4096)).find(
    character => character > '~' || character < ' ',
  );
  return foreign === undefined
    ? undefined
    : `holds the character ${quoteValue(foreign)} (${codePoint(
        foreign,
      )}), which is not a plain Latin letter, digit or sign; type the value by hand instead of pasting it`;
}

/**
 * The Scaffolder hands over the raw text when a `${{ }}` expression of a
 * template cannot be rendered; such a text is never what the person meant.
 *
 * @returns the problem in words, or undefined
 * @public
 */
export function unrenderedExpressionProblem(text: string): string | undefined {
  return text.includes('${{')
    ? 'holds a template expression that was not rendered (${{ ... }}); give the value itself, or correct the expression in the template'
    : undefined;
}

/**
 * What makes a text unusable as prose (a description, a reason): control
 * characters other than line ends and tabs, and characters which turn the
 * direction of the text around them and so hide what a reviewer reads.
 *
 * @returns the problem in words, or undefined
 * @public
 */
export function proseProblem(text: string): string | undefined {
  const unrendered = unrenderedExpressionProblem(text);
  if (unrendered) {
    return unrendered;
  }
  const hidden = Array.from(text).find(
    character => HIDDEN.test(character) && !LAYOUT.includes(character),
  );
  return hidden === undefined
    ? undefined
    : `holds the invisible character ${codePoint(hidden)}; remove it`;
}

function codePoint(character: string): string {
  const hex = character.codePointAt(0)!.toString(16).toUpperCase();
  return `U+${hex.padStart(4, '0')}`;
}
