export {
  createRepositoryConditionalDecision,
  repositoryConditions,
  repositoryResourceRef,
  repositoryRules,
} from './repositoryRules';
export type { RepositoryFilter, RepositoryResource } from './repositoryRules';
