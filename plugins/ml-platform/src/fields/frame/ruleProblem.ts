import {
  nameProblem,
  quoteValue,
  type NameRule,
} from '@ml-platform/plugin-ml-platform-common';

/**
 * The rule that a text breaks, as a sentence for below its input; undefined for
 * an empty text, of which `required` takes care.
 */
export function ruleProblem(
  rule: NameRule,
  value: string | undefined,
): string | undefined {
  const problem = value ? nameProblem(rule, value) : undefined;
  return problem && `${quoteValue(value)} ${problem}.`;
}
