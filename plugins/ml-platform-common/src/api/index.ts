export type { components, operations, paths } from './generated/openapi';
export { MlPlatformClient } from './MlPlatformClient';
export type { MlPlatformClientOptions } from './MlPlatformClient';
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
