import { clusterRuleSet } from '../cluster/clusterRuleSet';
import { Rule, RuleCase, RuleSet } from './Rule';
import { profileRuleSet } from '../profile/profileRuleSet';
import { removalRuleSet } from '../removal/removalRuleSet';
import { openChangeRuleSet } from '../propose/openChangeRuleSet';
import { toolRuleSet } from '../tool/toolRuleSet';
import { workloadRuleSet } from './workloadRuleSet';

/**
 * The rules of every kind of change, in the order of the documentation made
 * from them (`docs/findings.md`). Each set sees a context of its own.
 *
 * @public
 */
export const ruleSets: RuleSet<any, any>[] = [
  workloadRuleSet,
  clusterRuleSet,
  profileRuleSet,
  toolRuleSet,
  removalRuleSet,
  openChangeRuleSet,
];

/**
 * Every rule there is.
 *
 * @public
 */
export const findingRules: Rule<any, RuleCase>[] = ruleSets.flatMap(
  ({ rules }) => rules,
);
