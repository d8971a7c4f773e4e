export { planRemoval } from './planRemoval';
export { removalRuleSet } from './removalRuleSet';
export type {
  RemovalRule,
  RemovalRuleContext,
  RemovalRuleExample,
} from './RemovalRule';
export type { UnitDependency } from './unitDependencies';
