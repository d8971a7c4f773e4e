export type { components, operations, paths } from './generated/openapi';
export { MlPlatformClient } from './MlPlatformClient';
export type { MlPlatformClientOptions } from './MlPlatformClient';
export type {
  DeclaredWorkload,
  EnvironmentList,
  MlPlatformApi,
  RepositoryEnvironment,
  RepositoryList,
  RepositorySummary,
} from './MlPlatformApi';
