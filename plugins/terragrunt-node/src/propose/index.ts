export { proposeChange } from './proposeChange';
export type { ProposeOptions, ProposeResult } from './ProposeOptions';
export type { PreviewedPlan } from './expectPreview';
export type { ChangeRequester } from './ChangeRequester';
export { describeFinding, PlanRejectedError } from './PlanRejectedError';
export { renderSummary } from './renderSummary';
export { requestDigest } from './changeIdentity';
