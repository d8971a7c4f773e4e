export type {
  CommitComparison,
  HostCommit,
  HostPullRequest,
  RepositoryHost,
  TreeChange,
} from './RepositoryHost';
export type { GithubAccess, GithubCredentialKind } from './GithubAccess';
export { GithubRepositoryHost } from './GithubRepositoryHost';
export { resolveGithubAccess } from './resolveGithubAccess';
