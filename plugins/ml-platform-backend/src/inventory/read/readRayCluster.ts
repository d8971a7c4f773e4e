import { RayClusterDetail } from '@ml-platform/plugin-ml-platform-common';
import { notInInventory } from './notInInventory';
import { ReadContext, readAll, readOne } from './ReadContext';

/**
 * A RayCluster with the jobs and services that run on it, and its pods.
 *
 * @throws NotFoundError when there is none, or the person may not see it
 */
export async function readRayCluster(
  context: ReadContext,
  rayClusterId: string,
): Promise<RayClusterDetail> {
  const rayCluster = await readOne(context, 'ray-cluster', rayClusterId);
  if (!rayCluster) {
    throw notInInventory('RayCluster', rayClusterId, '/ray-clusters');
  }
  const { clusterArn, namespace, name } = rayCluster.facts;
  const beside = { clusterArn: [clusterArn], namespace: [namespace] };
  const [jobs, services, pods] = await Promise.all([
    readAll(context, { kind: 'ray-job', ...beside }),
    readAll(context, { kind: 'ray-service', ...beside }),
    readAll(context, { kind: 'pod', ...beside }),
  ]);
  return {
    rayCluster,
    jobs: jobs.filter(({ facts }) => facts.rayClusterName === name),
    services: services.filter(({ facts }) =>
      [facts.active, facts.pending].some(side => side?.rayClusterName === name),
    ),
    pods: pods.filter(({ facts }) => facts.controller === `RayCluster/${name}`),
    sources: context.sources.notesOf([rayCluster]),
  };
}
