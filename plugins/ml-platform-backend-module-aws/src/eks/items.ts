import {
  Addon,
  ClusterFacts,
  NodeGroup,
  UpgradeInsight,
} from '@ml-platform/plugin-ml-platform-common';
import { CollectedItem } from '@ml-platform/plugin-ml-platform-node';

/** A cluster as the inventory stores it. */
export function clusterItem(
  cluster: ClusterFacts,
): CollectedItem<'eks-cluster'> {
  return {
    kind: 'eks-cluster',
    id: cluster.arn,
    name: cluster.name,
    accountId: cluster.accountId,
    region: cluster.region,
    clusterArn: cluster.arn,
    clusterName: cluster.name,
    tags: cluster.tags,
    facts: cluster,
  };
}

/** A node group; it has an owner by its own tags, else by its cluster's. */
export function nodeGroupItem(
  facts: NodeGroup,
  cluster: ClusterFacts,
  tags: Record<string, string>,
): CollectedItem<'node-group'> {
  return {
    kind: 'node-group',
    id: facts.arn ?? `${cluster.arn}/nodegroup/${facts.name}`,
    name: facts.name,
    ...placeOf(cluster),
    tags: { ...cluster.tags, ...tags },
    facts,
  };
}

/** An add-on, which belongs to whoever has the cluster. */
export function addonItem(
  facts: Addon,
  cluster: ClusterFacts,
): CollectedItem<'addon'> {
  return {
    kind: 'addon',
    id: facts.arn ?? `${cluster.arn}/addon/${facts.name}`,
    name: facts.name,
    ...placeOf(cluster),
    tags: cluster.tags,
    facts,
  };
}

/** An insight, which has an id but no ARN. */
export function insightItem(
  facts: UpgradeInsight,
  cluster: ClusterFacts,
): CollectedItem<'upgrade-insight'> {
  return {
    kind: 'upgrade-insight',
    id: `${cluster.arn}/insight/${facts.id}`,
    name: facts.name,
    ...placeOf(cluster),
    tags: cluster.tags,
    facts: { ...facts, clusterArn: cluster.arn },
  };
}

function placeOf(cluster: ClusterFacts) {
  return {
    accountId: cluster.accountId,
    region: cluster.region,
    clusterArn: cluster.arn,
    clusterName: cluster.name,
  };
}
