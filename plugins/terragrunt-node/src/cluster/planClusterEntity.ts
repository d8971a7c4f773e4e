import {
  clusterShortName,
  partitionOfRegion,
} from '@ml-platform/plugin-ml-platform-common';
import { posix } from 'node:path';
import { findClusterEntity } from '../entity/findClusterEntity';
import { layoutPath } from '../environment/layoutPath';
import { EnvironmentState } from '../environment/readRepositoryState';
import { FileChange } from '../plan/types';
import { RepositorySnapshot } from '../snapshot';
import { newClusterEntity } from './clusterEntity';
import { ClusterSubject, PlannedCluster } from './PlannedCluster';

/** The cluster's entity, where the catalog has none of it yet. */
export async function planClusterEntity(
  { request, state, context }: ClusterSubject,
  { cluster, units }: PlannedCluster,
  snapshot: RepositorySnapshot,
  present: EnvironmentState | undefined,
): Promise<{ files: FileChange[]; ref?: string; owner?: string }> {
  const { catalogEntity } = context.repository.layout;
  const owner =
    request.owner ??
    context.requester?.ownerEntityRef ??
    context.requester?.userEntityRef;
  const path = layoutPath(catalogEntity, {
    environment: request.environment,
    kind: 'cluster',
    name: clusterShortName(request),
  });
  const before = await state.readText(path);
  const known =
    present && request.intent !== 'further-cluster'
      ? await findClusterEntity(state, present.facts, catalogEntity)
      : undefined;
  const { clusterName } = cluster;
  const ref = known ?? (clusterName && `resource:default/${clusterName}`);
  if (before !== undefined || known || !clusterName) {
    return { files: [], ref, owner };
  }
  const eks =
    units.find(unit => posix.basename(unit).startsWith('eks')) ?? units[0];
  return {
    files: [
      {
        path,
        after: newClusterEntity({
          request,
          clusterName,
          region: cluster.region,
          accountId: cluster.accountId,
          partition: cluster.region && partitionOfRegion(cluster.region),
          repository: snapshot.repository,
          branch: snapshot.branch,
          unit: eks,
          owner,
        }),
      },
    ],
    ref,
    owner,
  };
}
