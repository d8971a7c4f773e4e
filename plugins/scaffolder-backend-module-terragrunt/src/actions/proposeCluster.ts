import {
  ClusterRequest,
  clusterRequestSchema,
} from '@ml-platform/plugin-ml-platform-common';
import { clusterPlanner } from '@ml-platform/plugin-terragrunt-node';
import {
  createProposeAction,
  ProposeAction,
  ProposeActionOptions,
} from './createProposeAction';
import { examples } from './proposeCluster.examples';

/**
 * `terragrunt:cluster:propose`: opens a pull request that adds an environment with
 * its cluster, a further cluster to one, or changes the cluster that it has.
 *
 * @public
 */
export function createProposeClusterAction(
  options: ProposeActionOptions,
): ProposeAction {
  return createProposeAction<ClusterRequest>(
    {
      id: 'terragrunt:cluster:propose',
      description:
        'Adds an environment with its network and EKS cluster to a Terragrunt repository, adds a further cluster to one, or changes the cluster that it has, by a pull request that says sizes, costs and what to check. Run again it continues its own pull request, or changes nothing.',
      examples,
      planner: clusterPlanner,
      requestSchema: clusterRequestSchema,
      requestDescription: 'What is asked for; templates pass ${{ parameters }}',
    },
    options,
  );
}
