import {
  ClusterSummary,
  KubernetesNode,
  addonOutdated,
} from '@ml-platform/plugin-ml-platform-common';
import type { ClusterState } from './deriveCluster';

/**
 * Counts what belongs to a cluster.
 *
 * @param heard - whether its Kubernetes API has answered
 */
export function summarizeCluster(
  { nodeGroups, addons, insights, nodes, pods }: ClusterState,
  heard: boolean,
): ClusterSummary {
  const insightsWith = (wanted: string) =>
    insights.filter(({ facts }) => facts.status === wanted).length;
  return {
    nodeGroups: nodeGroups.length,
    desiredNodes: nodeGroups.reduce(
      (sum, { facts }) => sum + (facts.desiredSize ?? 0),
      0,
    ),
    ...(heard
      ? {
          nodes: {
            present: nodes.length,
            ready: nodes.filter(({ facts }) => isReady(facts)).length,
          },
        }
      : {}),
    addons: addons.length,
    addonsOutOfDate: addons.filter(({ facts }) => addonOutdated(facts)).length,
    insightErrors: insightsWith('ERROR'),
    insightWarnings: insightsWith('WARNING'),
    pendingPods: pods.filter(({ facts }) => facts.pending).length,
  };
}

/** Whether a node's kubelet says that it takes pods. */
export function isReady({ conditions }: KubernetesNode): boolean {
  return conditions.some(
    ({ type, status }) => type === 'Ready' && status === 'True',
  );
}
