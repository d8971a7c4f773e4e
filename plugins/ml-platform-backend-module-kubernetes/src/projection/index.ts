export {
  projectClaimRequests,
  projectDeviceClass,
  resourceOfRequest,
} from './claimRequests';
export type {
  RawClaimRequests,
  RawDeviceClass,
  SlimDeviceRequest,
} from './claimRequests';
export { deviceKey, poolOfDevice, projectClaim, projectSlice } from './devices';
export type {
  RawResourceClaim,
  RawResourceSlice,
  SlimClaim,
  SlimDevice,
  SlimSlice,
} from './devices';
export { projectNode } from './node';
export type { RawNode } from './node';
export { projectNodePool } from './nodePool';
export type { RawNodePool } from './nodePool';
export { projectPod } from './pod';
export type { KeptPod, RawPod, RayPod, SlimPod } from './pod';
export type { PodTrouble } from './podTrouble';
export { projectRayCluster } from './rayCluster';
export type { RawRayCluster } from './rayCluster';
export {
  projectRayJobs,
  projectRayNodes,
  projectServeApplications,
} from './rayDashboard';
export { projectRayJob } from './rayJob';
export type { RawRayJob } from './rayJob';
export { projectRayService } from './rayService';
export type { RawRayService } from './rayService';
