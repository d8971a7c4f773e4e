export { createRepository } from './createRepository';
export type {
  CreateRepositoryOptions,
  CreateRepositoryResult,
} from './CreateRepositoryOptions';
export { planRepository } from './planRepository';
export { readSkeleton } from './readSkeleton';
export { renderSkeleton } from './renderSkeleton';
export { repositoryConfiguration } from './repositoryConfiguration';
