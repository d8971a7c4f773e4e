export { githubCodeOwner } from './codeOwner';
export {
  findRepositoryRequestProblems,
  parseRepositoryRequest,
  repositoryRequestSchema,
} from './parseRepositoryRequest';
export {
  firstEnvironmentRequest,
  REPOSITORY_VISIBILITIES,
} from './RepositoryRequest';
export type {
  FirstEnvironment,
  RepositoryRequest,
  RepositoryVisibility,
} from './RepositoryRequest';
export { newRepositoryProblem, splitRepoUrl } from './repoUrl';
