import {
  WorkloadRequest,
  workloadRequestSchema,
} from '@ml-platform/plugin-ml-platform-common';
import { workloadPlanner } from '@ml-platform/plugin-terragrunt-node';
import {
  createProposeAction,
  ProposeAction,
  ProposeActionOptions,
} from './createProposeAction';
import { examples } from './proposeWorkload.examples';

/**
 * `terragrunt:workload:propose`: opens a pull request that gives an ML workload its access to AWS.
 *
 * @public
 */
export function createProposeWorkloadAction(
  options: ProposeActionOptions,
): ProposeAction {
  return createProposeAction<WorkloadRequest>(
    {
      id: 'terragrunt:workload:propose',
      description:
        'Adds or changes an ML workload with access to AWS in a Terragrunt repository, by a pull request. Run again it continues its own pull request, or changes nothing.',
      examples,
      planner: workloadPlanner,
      requestSchema: workloadRequestSchema,
      requestDescription: 'The workload; templates pass ${{ parameters }}',
      outputs: {
        serviceAccountName: {
          description: 'What pods name as serviceAccountName',
          from: request => request.serviceAccount,
        },
        environment: {
          description: 'Where the workload runs',
          from: request => request.environment,
        },
      },
    },
    options,
  );
}
