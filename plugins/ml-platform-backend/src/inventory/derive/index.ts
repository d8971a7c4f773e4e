export { deriveCluster } from './deriveCluster';
export { deriveItem } from './deriveItem';
export { Deriver } from './Deriver';
