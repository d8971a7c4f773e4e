export { startKubernetesApis } from './startKubernetesApis';
export type {
  KubernetesApis,
  KubernetesApisOptions,
} from './startKubernetesApis';
export { kubernetesControlRouter } from './kubernetesControlRouter';
export { startApiServer } from './ApiServer';
export type { ApiServer, ApiServerOptions } from './ApiServer';
export { ADMIN_TOKEN, READER_TOKEN } from './Authenticator';
export { createServerCertificate } from './certificates';
export type { ServerCertificate } from './certificates';
export type { ClusterFault } from './faults';
export type { ClusterObjects, ObjectEvent } from './ClusterObjects';
export type { RequestCounts } from './RequestStats';
