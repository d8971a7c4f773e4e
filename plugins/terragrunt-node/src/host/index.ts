export type {
  CommitComparison,
  FileHistoryEntry,
  HostCommit,
  HostPullRequest,
  RepositoryHost,
  TreeChange,
} from './RepositoryHost';
export { createRepositoryHost } from './createRepositoryHost';
export type { GithubAccess, GithubCredentialKind } from './GithubAccess';
export type { GithubClientOptions } from './createGithubClient';
export type { RetryOptions } from './retryRequest';
export { GithubRepositoryHost } from './GithubRepositoryHost';
export { resolveGithubAccess } from './resolveGithubAccess';
