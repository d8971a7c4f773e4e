export { AMI_TYPES, defaultAmiType, findAmiType } from './amiTypes';
export type { AmiType } from './amiTypes';
export {
  cidrContains,
  cidrsOverlap,
  cidrSize,
  cidrSubnet,
  formatCidr,
  parseCidr,
  splitNetwork,
} from './cidr';
export type { Cidr, PlannedSubnet } from './cidr';
export {
  CAPACITY_TYPES,
  CLUSTER_INTENTS,
  clusterShortName,
  CONTROL_PLANE_LOGS,
  TAINT_EFFECTS,
} from './ClusterRequest';
export type {
  ClusterAddon,
  ClusterIntent,
  ClusterNodeGroup,
  ClusterRequest,
  NodeTaint,
} from './ClusterRequest';
export {
  findHourlyUsd,
  findInstanceType,
  instanceTypesSource,
  listInstanceTypes,
} from './instanceTypes';
export type { InstanceType } from './instanceTypes';
export { nodeGroupDefaults, STANDARD_NODE_GROUPS } from './nodeGroupDefaults';
export { findNodeGroupProblems } from './nodeGroupSchema';
export { EKS_ADDONS } from './addons';
export type { EksAddon } from './addons';
export { zonesOfRegion } from './zones';
export {
  clusterRequestSchema,
  findClusterRequestProblems,
  parseClusterRequest,
} from './parseClusterRequest';
export {
  compareEksVersions,
  defaultEksVersion,
  eksSupport,
  shippedVersionCatalog,
} from './VersionCatalog';
export type { EksSupport, EksVersion, VersionCatalog } from './VersionCatalog';
