import { posix } from 'node:path';
import { RepositoryConfig } from '../config';
import { layoutPath } from '../environment/layoutPath';

/** Paths of an environment's units, as the layout says. */
export function unitPaths(
  { layout }: RepositoryConfig,
  environment: string,
  furtherCluster?: string,
) {
  const variables = layoutPath(layout.environmentFile, { environment });
  const eks = layoutPath(layout.cluster, { environment });
  const beside = (name: string) =>
    posix.join(posix.dirname(posix.dirname(eks)), name, 'terragrunt.hcl');
  return {
    folder: posix.dirname(variables),
    variables,
    vpc: layoutPath(layout.network, { environment }),
    eks,
    workloads: layoutPath(layout.workloads.file, { environment }),
    profiles: layoutPath(layout.profiles.file, { environment }),
    ray: layoutPath(layout.tools, { environment, name: 'ray' }),
    // Of clusters of the registry's module; ours makes the roles itself.
    autoscaler: beside('irsa-cluster-autoscaler'),
    terminationHandler: beside('irsa-node-termination-handler'),
    ...(furtherCluster === undefined
      ? {}
      : {
          eks: layoutPath(layout.furtherCluster, {
            environment,
            name: furtherCluster,
          }),
          ray: layoutPath(layout.tools, {
            environment,
            name: `ray-${furtherCluster}`,
          }),
        }),
  };
}

/** How one unit names another: the path of its folder. */
export function unitReference(from: string, to: string): string {
  return posix.relative(posix.dirname(from), posix.dirname(to));
}
