import { Finding, Severity } from '../plan/types';
import { Rule, WorkloadRuleContext } from './Rule';
import { arnRules } from './rules/arnRules';
import { identifierRules } from './rules/identifierRules';
import { nameRules } from './rules/nameRules';
import { unknownRules } from './rules/unknownRules';
import { workloadRules } from './rules/workloadRules';

/**
 * Every rule for changes, in the order of the documentation made from it
 * (`docs/findings.md`).
 *
 * @public
 */
export const findingRules: Rule[] = [
  ...nameRules,
  ...workloadRules,
  ...arnRules,
  ...identifierRules,
  ...unknownRules,
];

const ORDER: Severity[] = ['error', 'warning', 'info'];

/**
 * What all rules have to say about a workload, errors first.
 *
 * @public
 */
export function findWorkloadFindings(context: WorkloadRuleContext): Finding[] {
  return findingRules
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
