export { readMlPlatformConfig } from './readMlPlatformConfig';
export { resolveRepository } from './resolveRepository';
export type {
  ClusterPolicy,
  EnvironmentKeys,
  MlPlatformConfig,
  MlPlatformPolicy,
  RepositoryConfig,
  RepositoryLayout,
} from './RepositoryConfig';
