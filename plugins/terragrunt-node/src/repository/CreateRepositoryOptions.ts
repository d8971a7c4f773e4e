import { LoggerService } from '@backstage/backend-plugin-api';
import { RepositoryRequest } from '@ml-platform/plugin-ml-platform-common';
import { RepositoryConfig } from '../config';
import { GithubClientOptions } from '../host/createGithubClient';
import { GithubAccess } from '../host/GithubAccess';
import { RepositoryHost } from '../host/RepositoryHost';
import { ChangePlan } from '../plan';
import { PlanContext } from '../plan/PlanContext';
import { ChangeRequester } from '../propose/ChangeRequester';

/**
 * What {@link createRepository} works with.
 *
 * @public
 */
export interface CreateRepositoryOptions {
  request: RepositoryRequest;
  /** Texts by path, as `readSkeleton` gives them. */
  skeleton: Record<string, string>;
  /** The repository as configuration or policy describes it. */
  repository: RepositoryConfig;
  policy: PlanContext['policy'];
  requester: ChangeRequester;
  access: GithubAccess;
  /** Of the same repository and credential. */
  host: RepositoryHost;
  /** Who commits are by when the credential is the integration's token. */
  author?: { name: string; email: string };
  client?: GithubClientOptions;
  logger: Pick<LoggerService, 'info' | 'warn'>;
  /** Stops the work as long as nothing of it can be seen. */
  signal?: AbortSignal;
}

/**
 * What came of a request for a repository.
 *
 * @public
 */
export interface CreateRepositoryResult {
  /**
   * `created`: the repository is new, with one commit; `proposed` and `updated`: it
   * was empty, and a pull request fills it; `unchanged`: it says all of it already.
   */
  outcome: 'created' | 'proposed' | 'updated' | 'unchanged';
  /** Page of the repository. */
  url: string;
  branch: string;
  /** Of the one commit. */
  commit?: string;
  pullRequest?: { number: number; url: string; branch: string };
  plan: ChangePlan;
  /** What went otherwise than one would think, in sentences. */
  notes: string[];
}
