export * from './addonHealth';
export * from './clusterHealth';
export * from './EksCluster';
export * from './issueFixes';
export * from './NodeGroup';
export * from './nodeGroupHealth';
export * from './upgradeInsightHealth';
export { standardSupportDays } from './versionCauses';
