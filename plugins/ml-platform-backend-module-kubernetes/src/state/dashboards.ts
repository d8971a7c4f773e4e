import {
  RayCluster,
  RayDashboard,
  findCondition,
} from '@ml-platform/plugin-ml-platform-common';
import { SlimPod } from '../projection';
import { splitKey } from './podItems';

/** Whether a dashboard may answer: the head runs, as far as the operator says. */
export function hasDashboard(cluster: RayCluster): boolean {
  const head = findCondition(cluster, 'HeadPodReady');
  return (
    !cluster.suspend &&
    cluster.deletedAt === undefined &&
    cluster.head?.serviceName !== undefined &&
    (head ? head.status === 'True' : cluster.state === 'ready')
  );
}

/** With what Ray tells, and on which nodes of Kubernetes its own are. */
export function withDashboard(
  cluster: RayCluster,
  dashboard: RayDashboard | undefined,
  pods: [key: string, pod: SlimPod][],
): RayCluster {
  if (!dashboard) {
    return cluster;
  }
  const nodes = new Map(
    pods.map(([key, { node }]) => [splitKey(key).name, node]),
  );
  return {
    ...cluster,
    dashboard: {
      ...dashboard,
      nodes: dashboard.nodes.map(node => {
        const name = nodes.get(node.hostname);
        return name ? { ...node, node: name } : node;
      }),
    },
  };
}
