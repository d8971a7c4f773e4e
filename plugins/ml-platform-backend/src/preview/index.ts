export type { PlanPreviewer, PreviewablePlan } from './PlanPreviewer';
export { planPreviewerServiceRef } from './planPreviewerServiceRef';
