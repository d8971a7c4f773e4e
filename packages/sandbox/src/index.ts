export { startSandbox } from './startSandbox';
export type { Sandbox, SandboxOptions } from './startSandbox';
export type { Fault } from './faults/Fault';
export type { SeedFiles } from './seed/seedRepositories';
export type { PersonLogin } from './state/people';
export { AwsAuthority } from './aws/AwsAuthority';
export type { AwsFault } from './aws/AwsFault';
export { READER_ROLE, sandboxKeys } from './aws/credentials';
export type { AwsIdentity, AwsKeys } from './aws/credentials';
export { createFleet } from './fleet/createFleet';
export { objectKey } from './fleet/types';
export type {
  Fleet,
  FleetAccount,
  FleetCluster,
  FleetEndpoint,
  FleetEvent,
  FleetOptions,
  KubernetesObject,
  KubernetesResource,
} from './fleet/types';
export {
  ADMIN_TOKEN,
  READER_TOKEN,
  createServerCertificate,
  startApiServer,
  startKubernetesApis,
} from './kubernetes';
export type {
  ApiServer,
  ApiServerOptions,
  ClusterFault,
  ClusterObjects,
  KubernetesApis,
  ObjectEvent,
  ServerCertificate,
} from './kubernetes';
export type { Upstreams, UpstreamsOptions } from './upstreams/startUpstreams';
