import { PlanContext } from '../plan/PlanContext';
import { ChangeKind, ChangePlan } from '../plan/types';
import { RepositorySnapshot } from '../snapshot';

/**
 * What every request says, whatever its kind.
 *
 * @public
 */
export interface ChangeRequest {
  /** Id of `mlPlatform.repositories[]`, or a `repoUrl` that the policy allows. */
  repository: string;
  /** Why, in the requester's words. */
  reason?: string;
  /** Overrides the repository's `draft`. */
  draft?: boolean;
}

/**
 * How one kind of change is planned. The Scaffolder actions and the preview
 * plan through it alike, so that what is shown is what is done.
 *
 * @public
 */
export interface ChangePlanner<Request extends ChangeRequest = ChangeRequest> {
  kind: ChangeKind;
  /** @throws InputError naming every field that cannot be used */
  parse(input: unknown): Request;
  /** Pure but for reads of the snapshot. */
  plan(
    request: Request,
    snapshot: RepositorySnapshot,
    context: PlanContext,
  ): Promise<ChangePlan>;
}
