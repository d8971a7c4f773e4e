import { ClusterRequest } from '@ml-platform/plugin-ml-platform-common';
import { RepositoryState } from '../environment/readRepositoryState';
import { FileChange } from '../plan/types';
import { controllerRoleUnit } from './registryUnits';
import { unitReference } from './unitPaths';

/**
 * Units of the roles of autoscaler and termination handler, where they are turned
 * on and not there yet: the registry's module makes none itself.
 */
export async function planControllerRoles(
  request: ClusterRequest,
  paths: { eks: string; autoscaler: string; terminationHandler: string },
  state: RepositoryState,
): Promise<FileChange[]> {
  const roles = [
    {
      isWanted: request.clusterAutoscaler,
      path: paths.autoscaler,
      name: 'cluster-autoscaler',
      attach: 'attach_cluster_autoscaler_policy',
      serviceAccount: 'cluster-autoscaler',
    },
    {
      isWanted: request.nodeTerminationHandler,
      path: paths.terminationHandler,
      name: 'node-termination-handler',
      attach: 'attach_node_termination_handler_policy',
      serviceAccount: 'aws-node-termination-handler',
    },
  ];
  const files = await Promise.all(
    roles.map(
      async ({ isWanted, path, ...role }): Promise<FileChange[]> =>
        isWanted && (await state.readText(path)) === undefined
          ? [
              {
                path,
                after: controllerRoleUnit({
                  ...role,
                  eks: unitReference(path, paths.eks),
                }),
              },
            ]
          : [],
    ),
  );
  return files.flat();
}
