import { NodeGroup } from '@ml-platform/plugin-ml-platform-common';
import { CollectedItem } from '@ml-platform/plugin-ml-platform-node';

export const CLUSTER =
  'arn:aws:eks:eu-west-2:111122223333:cluster/mlops-dev-cluster';

/** A node group as a collector of EKS sees it. */
export function nodeGroupItem(
  name: string,
  changed: Partial<NodeGroup> = {},
): CollectedItem<'node-group'> {
  return {
    kind: 'node-group',
    id: `${CLUSTER}/${name}`,
    name,
    accountId: '111122223333',
    region: 'eu-west-2',
    clusterArn: CLUSTER,
    clusterName: 'mlops-dev-cluster',
    tags: { team: 'ml-research' },
    facts: {
      kind: 'managed',
      name,
      clusterArn: CLUSTER,
      status: 'ACTIVE',
      instanceTypes: ['m5.xlarge'],
      labels: {},
      taints: [],
      autoScalingGroups: [],
      issues: [],
      ...changed,
    },
  };
}
