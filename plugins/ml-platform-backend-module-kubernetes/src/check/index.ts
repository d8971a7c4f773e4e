export { checkCluster } from './checkCluster';
