import { nameTextProblem } from './textProblem';

/**
 * A rule for a name, with where it comes from.
 *
 * @public
 */
export interface NameRule {
  /** Anchored and without flags, so that a JSON schema can carry its source. */
  pattern: RegExp;
  /** In characters. */
  maxLength: number;
  minLength?: number;
  /** The rule in words, as the end of a sentence: "must be ...". */
  message: string;
  /** Official document the rule comes from. */
  source: string;
}

/**
 * Why a value breaks a rule, as the end of a sentence that starts with the
 * field or the value ("must be ..."); undefined when it keeps it.
 *
 * @public
 */
export function nameProblem(rule: NameRule, value: string): string | undefined {
  if (value === '') {
    return 'is missing; fill it in';
  }
  const problem = nameTextProblem(value);
  if (problem) {
    return problem;
  }
  if (value.length > rule.maxLength) {
    return `has ${value.length} characters; at most ${rule.maxLength} are allowed`;
  }
  if (rule.minLength !== undefined && value.length < rule.minLength) {
    return `is too short; at least ${rule.minLength} characters are needed`;
  }
  return rule.pattern.test(value) ? undefined : rule.message;
}
