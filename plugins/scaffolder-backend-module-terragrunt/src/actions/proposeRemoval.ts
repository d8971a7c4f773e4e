import {
  RemovalRequest,
  removalRequestSchema,
} from '@ml-platform/plugin-ml-platform-common';
import { removalPlanner } from '@ml-platform/plugin-terragrunt-node';
import {
  createProposeAction,
  ProposeAction,
  ProposeActionOptions,
} from './createProposeAction';
import { examples } from './proposeRemoval.examples';

/**
 * `terragrunt:removal:propose`: opens a pull request that takes a workload, a
 * profile or a tool out of the code, with its entity.
 *
 * @public
 */
export function createProposeRemovalAction(
  options: ProposeActionOptions,
): ProposeAction {
  return createProposeAction<RemovalRequest>(
    {
      id: 'terragrunt:removal:propose',
      description:
        'Takes a workload, a user profile or a tool of the platform out of a Terragrunt repository with its catalog entity, by a pull request that says what depends on it, what is lost and how it is destroyed. Run again it continues its own pull request, or changes nothing.',
      examples,
      planner: removalPlanner,
      requestSchema: removalRequestSchema,
      requestDescription: 'What is removed; templates pass ${{ parameters }}',
    },
    options,
  );
}
