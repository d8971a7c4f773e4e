export { createCreateRepositoryAction } from './createRepository';
export { createProposeClusterAction } from './proposeCluster';
export { createProposeProfileAction } from './proposeProfile';
export { createProposeRemovalAction } from './proposeRemoval';
export { createProposeToolAction } from './proposeTool';
export { createProposeWorkloadAction } from './proposeWorkload';
export type {
  ProposeAction,
  ProposeActionOptions,
} from './createProposeAction';
