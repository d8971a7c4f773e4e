import { Nodegroup } from '@aws-sdk/client-eks';
import {
  NodeGroup,
  kubernetesTaintEffect,
} from '@ml-platform/plugin-ml-platform-common';
import { defined, isoOf, sortedRecord, sortedTexts } from '../mapping/shapes';
import { mapIssues } from './mapCluster';

/**
 * A managed node group as DescribeNodegroup answers it. The count of its nodes is
 * not in the answer: the desired size is a target.
 */
export function mapNodeGroup(
  group: Nodegroup,
  clusterArn: string,
): NodeGroup | undefined {
  if (!group.nodegroupName || !group.nodegroupArn) {
    return undefined;
  }
  return defined<NodeGroup>({
    kind: 'managed',
    name: group.nodegroupName,
    clusterArn,
    arn: group.nodegroupArn,
    status: group.status ?? 'UNKNOWN',
    kubernetesVersion: group.version,
    releaseVersion: group.releaseVersion,
    createdAt: isoOf(group.createdAt),
    modifiedAt: isoOf(group.modifiedAt),
    capacityType: group.capacityType,
    instanceTypes: group.instanceTypes ?? [],
    amiType: group.amiType,
    minSize: group.scalingConfig?.minSize,
    desiredSize: group.scalingConfig?.desiredSize,
    maxSize: group.scalingConfig?.maxSize,
    labels: sortedRecord(group.labels),
    taints: (group.taints ?? []).flatMap(({ key, value, effect }) =>
      key
        ? [
            defined({
              key,
              value,
              effect: kubernetesTaintEffect(effect ?? ''),
            }),
          ]
        : [],
    ),
    autoScalingGroups: sortedTexts(
      group.resources?.autoScalingGroups?.map(({ name }) => name),
    ),
    issues: mapIssues(group.health?.issues),
  });
}
