import { exampleContext } from './exampleContext';
import { RuleSet } from './Rule';
import { arnFormRules } from './rules/arnFormRules';
import { arnPlaceRules } from './rules/arnPlaceRules';
import { editRules } from './rules/editRules';
import { expiryRules } from './rules/expiryRules';
import { identifierRules } from './rules/identifierRules';
import { nameRules } from './rules/nameRules';
import { namespaceRules } from './rules/namespaceRules';
import { unknownRules } from './rules/unknownRules';
import { workloadRules } from './rules/workloadRules';
import { WorkloadRuleContext, WorkloadRuleExample } from './WorkloadRule';

/**
 * Every rule about workloads, in the order of the documentation.
 *
 * @public
 */
export const workloadRuleSet: RuleSet<
  WorkloadRuleContext,
  WorkloadRuleExample
> = {
  kind: 'workload',
  rules: [
    ...nameRules,
    ...workloadRules,
    ...namespaceRules,
    ...arnFormRules,
    ...arnPlaceRules,
    ...identifierRules,
    ...expiryRules,
    ...editRules,
    ...unknownRules,
  ],
  exampleContext,
};
