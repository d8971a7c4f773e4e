import { Finding, Severity } from '../plan/types';
import { Rule, RuleCase } from './Rule';

const ORDER: Severity[] = ['error', 'warning', 'info'];

/**
 * What rules have to say, errors first.
 *
 * @public
 */
export function findFindings<Context, Example extends RuleCase>(
  rules: Rule<Context, Example>[],
  context: Context,
): Finding[] {
  return rules
    .flatMap(rule =>
      rule.check(context).map(finding => ({
        id: rule.id,
        severity: rule.severity,
        ...finding,
        ...(rule.source ? { source: rule.source } : {}),
      })),
    )
    .sort(
      (one, other) =>
        ORDER.indexOf(one.severity) - ORDER.indexOf(other.severity),
    );
}
