export { readMlPlatformConfig } from './readMlPlatformConfig';
export { repositoryPlaces } from './repositoryPlaces';
export type { RepositoryPlace } from './repositoryPlaces';
export { resolveRepository } from './resolveRepository';
export type {
  ClusterPolicy,
  EnvironmentKeys,
  MlPlatformConfig,
  MlPlatformPolicy,
  RepositoryConfig,
  RepositoryLayout,
} from './RepositoryConfig';
