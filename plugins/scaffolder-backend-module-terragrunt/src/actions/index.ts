export { createProposeWorkloadAction } from './proposeWorkload';
export type { ProposeWorkloadActionOptions } from './proposeWorkload';
