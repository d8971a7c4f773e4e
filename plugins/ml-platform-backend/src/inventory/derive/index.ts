export { deriveCluster } from './deriveCluster';
export { deriveItem } from './deriveItem';
export { Deriver, isDerivedWithCluster } from './Deriver';
