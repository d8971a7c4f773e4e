export { lintPolicies } from './lintPolicies';
export type { PolicyReport } from './lintPolicies';
export { plannedPolicies, plannedTrust } from './plannedPolicies';
export type { ProfileTable, WorkloadTable } from './plannedPolicies';
export { POLICY_LIMITS, policySize } from './policySize';
export type { Statement, Texts } from './Statement';
