export type { components, operations, paths } from './generated/openapi';
export { MlPlatformClient } from './MlPlatformClient';
export type { MlPlatformClientOptions } from './MlPlatformClientOptions';
export { InventoryClient } from './InventoryClient';
export type {
  ClusterQuery,
  EndpointQuery,
  EntityName,
  GpuPoolQuery,
  HistoryQuery,
  InventoryApi,
  NodeQuery,
  OverviewQuery,
  PendingDemandQuery,
  QueryOf,
  RayClusterQuery,
  RayJobQuery,
  RayServiceQuery,
  RequestOptions,
  SourceQuery,
} from './InventoryApi';
export type {
  DeclaredList,
  DeclaredQuery,
  DeclaredReference,
  DeclaredThing,
  DeclaredValues,
  DeclaredWorkload,
  EnvironmentList,
  FileDiff,
  MlPlatformApi,
  PlanPreview,
  PlanRequest,
  RepositoryEnvironment,
  RepositoryList,
  RepositoryPlace,
  RepositoryPlaceList,
  RepositorySummary,
} from './MlPlatformApi';
