import {
  KubernetesNode,
  Taint,
  readAmounts,
} from '@ml-platform/plugin-ml-platform-common';
import { ApiObject } from '../watch';
import { RawCondition, conditionsOf, defined, time } from './shared';

/** What is read of a node (v1). */
export interface RawNode extends ApiObject {
  spec?: {
    providerID?: string;
    unschedulable?: boolean;
    taints?: { key?: string; value?: string; effect?: string }[];
  };
  status?: {
    capacity?: Record<string, string>;
    allocatable?: Record<string, string>;
    conditions?: RawCondition[];
    nodeInfo?: { kubeletVersion?: string };
  };
}

/** A node without images, addresses and heartbeats. */
export function projectNode(node: RawNode, clusterArn: string): KubernetesNode {
  const { metadata = {}, spec = {}, status = {} } = node;
  return defined<KubernetesNode>({
    name: metadata.name ?? '',
    clusterArn,
    uid: metadata.uid,
    createdAt: time(metadata.creationTimestamp),
    deletedAt: time(metadata.deletionTimestamp),
    labels: metadata.labels ?? {},
    taints: projectTaints(spec.taints),
    unschedulable: spec.unschedulable ?? false,
    capacity: readAmounts(status.capacity),
    // Without it nothing else is known to be kept back.
    allocatable: readAmounts(status.allocatable ?? status.capacity),
    conditions: conditionsOf(status.conditions),
    kubeletVersion: status.nodeInfo?.kubeletVersion,
    providerId: spec.providerID || undefined,
  });
}

export function projectTaints(
  taints: { key?: string; value?: string; effect?: string }[] | undefined,
): Taint[] {
  return (taints ?? []).map(({ key = '', value, effect = '' }) =>
    defined({ key, value: value || undefined, effect }),
  );
}
