export { findingRules, findWorkloadFindings } from './registry';
export type {
  Rule,
  RuleExample,
  RuleFinding,
  WorkloadRuleContext,
} from './Rule';
