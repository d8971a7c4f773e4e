import { NotFoundError } from '@backstage/errors';
import { quoteValue } from '@ml-platform/plugin-ml-platform-common';
import { posix } from 'node:path';
import { DeclaredCluster } from './DeclaredCluster';
import { completeRequest } from './environmentVariables';
import { findFurtherClusters } from './findFurtherClusters';
import { editFurtherUnit } from './furtherCluster';
import { planControllerRoles } from './planControllerRoles';
import {
  ClusterSubject,
  DEFAULT_PROJECT,
  PlannedCluster,
} from './PlannedCluster';
import { planRay } from './planRay';
import { FurtherCluster } from './readFurtherCluster';
import { unitPaths } from './unitPaths';

/** One more cluster in an environment that has one, in a unit of its own, or a change of it. */
export async function planFurtherCluster(
  subject: ClusterSubject,
  home: DeclaredCluster,
): Promise<PlannedCluster> {
  const { request: asked, state, context, day } = subject;
  const name = asked.name ?? '';
  const paths = unitPaths(context.repository, asked.environment, name);
  const file = paths.eks;
  const before = await state.readText(file);
  if (before === undefined && asked.intent === 'change') {
    throw new NotFoundError(notThere(subject));
  }
  const project = asked.project ?? home.project ?? DEFAULT_PROJECT;
  const { region } = home;
  const request =
    before === undefined
      ? {
          ...completeRequest(asked, {
            project,
            day,
            versions: context.versions,
          }),
          region,
        }
      : asked;
  const edit = editFurtherUnit(file, before, {
    layout: context.repository.layout,
    request,
    clusterName: `${project}-${asked.environment}-${name}-cluster`,
  });
  const { vocabulary } = edit.cluster;
  const ray = await planRay({
    isWanted: request.ray,
    paths,
    state,
    repository: context.repository,
    vocabulary,
    isFurther: true,
  });
  const declared = (cluster: FurtherCluster): DeclaredCluster => ({
    environment: asked.environment,
    file,
    project,
    region,
    accountId: home.accountId,
    availabilityZones: home.availabilityZones,
    clusterName: cluster.clusterName,
    kubernetesVersion: cluster.values.kubernetesVersion,
    nodeGroups: cluster.nodeGroups,
  });
  const files = [
    {
      path: file,
      ...(before === undefined ? {} : { before }),
      after: edit.after,
    },
    ...(vocabulary === 'registry' && before === undefined
      ? await planControllerRoles(request, paths, state)
      : []),
    ...ray.files,
  ];
  return {
    request,
    cluster: declared(edit.cluster),
    ...(edit.before ? { existing: declared(edit.before) } : {}),
    vocabulary,
    files,
    units: files.map(({ path }) => posix.dirname(path)),
    changes: before === undefined ? [] : edit.changes,
    unread: [],
    staying: [],
    ...(ray.rayLeft ? { rayLeft: ray.rayLeft } : {}),
  };
}

function notThere({ request, state, context }: ClusterSubject): string {
  const names = findFurtherClusters(
    state,
    context.repository,
    request.environment,
  ).map(({ name }) => name);
  return `name: ${quoteValue(
    request.environment,
  )} has no further cluster ${quoteValue(request.name ?? '')}. ${
    names.length > 0
      ? `There are: ${names.join(', ')}`
      : 'It has none at all; it may have been removed meanwhile'
  }`;
}
