export type { components, operations, paths } from './generated/openapi';
export { MlPlatformClient } from './MlPlatformClient';
export type { MlPlatformClientOptions } from './MlPlatformClient';
export type {
  DeclaredWorkload,
  EnvironmentList,
  FileDiff,
  MlPlatformApi,
  PlanPreview,
  PlanRequest,
  RepositoryEnvironment,
  RepositoryList,
  RepositorySummary,
} from './MlPlatformApi';
