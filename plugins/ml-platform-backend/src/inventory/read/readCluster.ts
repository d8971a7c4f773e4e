import { ClusterDetail } from '@ml-platform/plugin-ml-platform-common';
import { notInInventory } from './notInInventory';
import { ReadContext, readAll, readOne, readPage } from './ReadContext';

const NODES = 200;

/**
 * A cluster with what belongs to it.
 *
 * @throws NotFoundError when nothing is known of it, or the person may not see it
 */
export async function readCluster(
  context: ReadContext,
  clusterArn: string,
): Promise<ClusterDetail> {
  const of = { clusterArn: [clusterArn] };
  const [cluster, nodeGroups, addons, insights, gpuPools, nodes] =
    await Promise.all([
      readOne(context, 'eks-cluster', clusterArn),
      readAll(context, { kind: 'node-group', ...of }),
      readAll(context, { kind: 'addon', ...of }),
      readAll(context, { kind: 'upgrade-insight', ...of }),
      readAll(context, { kind: 'gpu-pool', ...of }),
      readPage(context, { kind: 'node', ...of, limit: NODES }),
    ]);
  if (!cluster && nodeGroups.length === 0 && nodes.total === 0) {
    throw notInInventory('cluster', clusterArn, '/clusters');
  }
  return {
    ...(cluster ? { cluster } : {}),
    clusterArn,
    nodeGroups,
    addons,
    insights,
    gpuPools,
    nodes: nodes.items,
    nodesTotal: nodes.total,
    sources: context.sources.notesOf([
      ...(cluster ? [cluster] : []),
      ...nodeGroups,
      { sourceId: `kubernetes:${clusterArn}` },
    ]),
  };
}
