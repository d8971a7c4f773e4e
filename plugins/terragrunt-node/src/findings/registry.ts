import { Finding, Severity } from '../plan/types';
import { Rule, WorkloadRuleContext } from './Rule';
import { arnFormRules } from './rules/arnFormRules';
import { arnPlaceRules } from './rules/arnPlaceRules';
import { editRules } from './rules/editRules';
import { identifierRules } from './rules/identifierRules';
import { nameRules } from './rules/nameRules';
import { namespaceRules } from './rules/namespaceRules';
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
  ...namespaceRules,
  ...arnFormRules,
  ...arnPlaceRules,
  ...identifierRules,
  ...editRules,
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
