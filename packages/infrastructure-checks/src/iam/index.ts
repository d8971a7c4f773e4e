export { lintPolicies } from './lintPolicies';
export type { PolicyReport } from './lintPolicies';
export { POLICY_LIMITS, policySize } from './policySize';
export type { Statement, Texts } from './Statement';
