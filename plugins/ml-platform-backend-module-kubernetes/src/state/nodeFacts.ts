import {
  KubernetesNode,
  NodeFacts,
  accountNode,
  addAmounts,
  nodeOrigin,
} from '@ml-platform/plugin-ml-platform-common';
import { SlimPod } from '../projection';

/**
 * A node with what its pods hold.
 *
 * @param pods - those that hold something; undefined where pods cannot be listed:
 *   then nothing is called idle, since nobody knows
 */
export function nodeFacts(
  node: KubernetesNode,
  pods: SlimPod[] | undefined,
): NodeFacts {
  const accounts = accountNode(
    { ...node, schedulable: isSchedulable(node) && pods !== undefined },
    pods ?? [],
  );
  return {
    ...node,
    origin: nodeOrigin(node.labels),
    accelerators: accounts,
    requested: addAmounts((pods ?? []).map(({ requests }) => requests)),
    pods: pods?.length ?? 0,
    ...(pods ? {} : { podsUnknown: true as const }),
  };
}

/** Whether a node takes new pods: ready, not cordoned, not going. */
function isSchedulable(node: KubernetesNode): boolean {
  return (
    !node.unschedulable &&
    node.deletedAt === undefined &&
    node.conditions.some(
      ({ type, status }) => type === 'Ready' && status === 'True',
    )
  );
}

/**
 * Since when pieces of each accelerator have been idle at least: what was known
 * before, where some were idle all the time, else now.
 *
 * @param now - ISO 8601
 */
export function idleSince(
  facts: Pick<NodeFacts, 'accelerators'>,
  before: Record<string, string> | undefined,
  now: string,
): Record<string, string> | undefined {
  const idle = facts.accelerators
    .filter(account => account.idle > 0)
    .map(({ resource }) => [resource, before?.[resource] ?? now]);
  return idle.length > 0 ? Object.fromEntries(idle) : undefined;
}
