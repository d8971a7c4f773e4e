export { createProposeWorkloadAction } from './proposeWorkload';
export type { ProposeActionOptions } from './createProposeAction';
