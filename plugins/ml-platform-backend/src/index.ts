/**
 * Backend of ML Platform: repositories and environments for the Create wizard,
 * and previews of what it would change.
 *
 * @packageDocumentation
 */

export { mlPlatformPlugin as default } from './plugin';
export {
  createRepositoryConditionalDecision,
  repositoryConditions,
  repositoryResourceRef,
  repositoryRules,
} from './permissions';
export type { RepositoryFilter, RepositoryResource } from './permissions';
