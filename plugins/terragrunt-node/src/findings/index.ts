export { findFindings } from './findFindings';
export { findingRules, ruleSets } from './registry';
export type { Rule, RuleCase, RuleFinding, RuleSet } from './Rule';
export type {
  WorkloadRule,
  WorkloadRuleContext,
  WorkloadRuleExample,
} from './WorkloadRule';
export { workloadRuleSet } from './workloadRuleSet';
