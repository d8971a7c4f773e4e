export { readMlPlatformConfig } from './readMlPlatformConfig';
export { resolveRepository } from './resolveRepository';
export type {
  EnvironmentKeys,
  MlPlatformConfig,
  MlPlatformPolicy,
  RepositoryConfig,
  RepositoryLayout,
} from './RepositoryConfig';
