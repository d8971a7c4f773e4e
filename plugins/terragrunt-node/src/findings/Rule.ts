import { ChangeKind, Finding, Severity } from '../plan/types';

/**
 * A finding as a rule gives it: id, severity and source are the rule's.
 *
 * @public
 */
export type RuleFinding = Omit<Finding, 'id' | 'severity' | 'source'>;

/**
 * A case that shows a rule at work, in words and as the request of somebody.
 *
 * @public
 */
export interface RuleCase {
  /** The case in words. */
  title: string;
  request?: object;
}

/**
 * One rule of the registry: what can be known about a request beforehand.
 *
 * @public
 */
export interface Rule<Context, Example extends RuleCase> {
  /** Kebab-case; stays the same once published. */
  id: string;
  severity: Severity;
  /** Kinds of changes it applies to. */
  kinds: ChangeKind[];
  title: string;
  /** Why the rule is there, in one or two sentences. */
  reason: string;
  /** Official document it comes from. */
  source?: string;
  failing: Example;
  passing: Example;
  check(context: Context): RuleFinding[];
}

/**
 * The rules about one kind of change, and how a case of theirs becomes what
 * they look at: a request that no rule objects to, but for what the case says.
 *
 * @public
 */
export interface RuleSet<Context, Example extends RuleCase> {
  kind: ChangeKind | 'open-changes';
  rules: Rule<Context, Example>[];
  exampleContext(example: Example): Context;
}
