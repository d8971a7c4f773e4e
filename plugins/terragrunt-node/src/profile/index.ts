export { planProfile } from './planProfile';
export { profileRuleSet } from './profileRuleSet';
export type { DeclaredProfile, OpaqueProfile } from './DeclaredProfile';
export type {
  ProfileRule,
  ProfileRuleContext,
  ProfileRuleExample,
} from './ProfileRule';
