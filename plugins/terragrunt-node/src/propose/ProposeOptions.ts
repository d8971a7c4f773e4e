import { LoggerService } from '@backstage/backend-plugin-api';
import { RepositoryConfig } from '../config';
import { RepositoryHost } from '../host/RepositoryHost';
import { ChangePlan } from '../plan';
import { RepositorySnapshot } from '../snapshot/RepositorySnapshot';
import { ChangeRequester } from './ChangeRequester';
import { PreviewedPlan } from './expectPreview';

/**
 * What {@link proposeChange} works with.
 *
 * @public
 */
export interface ProposeOptions {
  host: RepositoryHost;
  repository: Pick<
    RepositoryConfig,
    'baseBranch' | 'reviewers' | 'teamReviewers' | 'labels' | 'draft'
  >;
  /** Pure but for reads of the snapshot; called again when the repository moves. */
  plan: (snapshot: RepositorySnapshot) => Promise<ChangePlan>;
  /** What was asked for, kept in the pull request's marker: nothing secret. */
  request: unknown;
  requester: ChangeRequester;
  /** Why, in the requester's words. */
  reason?: string;
  /** Overrides the repository's `draft`. */
  draft?: boolean;
  /** Refuses to open anything when the plan is another one by now. */
  expected?: PreviewedPlan;
  logger: Pick<LoggerService, 'info' | 'warn'>;
  /** Stops the work as long as nothing of it can be seen. */
  signal?: AbortSignal;
}

/**
 * What came of a change.
 *
 * @public
 */
export interface ProposeResult {
  outcome: 'created' | 'updated' | 'unchanged';
  /** The pull request; undefined when the base branch says already what was asked for. */
  number?: number;
  url?: string;
  branch?: string;
  headSha?: string;
  /** The change as it stands against the newest base. */
  plan: ChangePlan;
  /** What went wrong without harm, e.g. a label that could not be put on. */
  warnings: string[];
}
