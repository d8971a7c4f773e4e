import { NodeGroup } from '@ml-platform/plugin-ml-platform-common';
import { ApiObject } from '../watch';
import { projectTaints } from './node';
import { RawCondition, conditionsOf, defined, time } from './shared';

/** What is read of a NodePool (karpenter.sh/v1). */
export interface RawNodePool extends ApiObject {
  spec?: {
    /** Set where a pool has a fixed size. */
    replicas?: number;
    limits?: Record<string, string>;
    template?: {
      metadata?: { labels?: Record<string, string> };
      spec?: {
        requirements?: { key?: string; operator?: string; values?: string[] }[];
        taints?: { key?: string; value?: string; effect?: string }[];
      };
    };
  };
  status?: { conditions?: RawCondition[] };
}

const CAPACITY_TYPES: Record<string, string> = {
  'on-demand': 'ON_DEMAND',
  spot: 'SPOT',
  reserved: 'RESERVED',
};

/**
 * A NodePool as a group of nodes. It has no desired size unless it is static, and its
 * limits are amounts of resources, not nodes.
 *
 * Source: {@link https://karpenter.sh/docs/concepts/nodepools/}
 */
export function projectNodePool(
  pool: RawNodePool,
  clusterArn: string,
): NodeGroup {
  const { metadata = {}, spec = {}, status = {} } = pool;
  const template = spec.template?.spec ?? {};
  const capacityTypes = valuesOf(pool, 'karpenter.sh/capacity-type');
  const nodes = Number(spec.limits?.nodes ?? NaN);
  return defined<NodeGroup>({
    kind: 'karpenter',
    name: metadata.name ?? '',
    clusterArn,
    createdAt: time(metadata.creationTimestamp),
    // Several may be used: then it is none in particular.
    capacityType:
      capacityTypes.length === 1
        ? CAPACITY_TYPES[capacityTypes[0]] ?? capacityTypes[0]
        : undefined,
    instanceTypes: valuesOf(pool, 'node.kubernetes.io/instance-type'),
    minSize: spec.replicas,
    desiredSize: spec.replicas,
    maxSize: Number.isFinite(nodes) ? nodes : spec.replicas,
    labels: spec.template?.metadata?.labels ?? {},
    taints: projectTaints(template.taints),
    autoScalingGroups: [],
    issues: conditionsOf(status.conditions)
      .filter(({ type, status: is }) => type === 'Ready' && is === 'False')
      .map(({ reason, message }) => ({
        code: reason ?? 'NotReady',
        message: message ?? 'Karpenter cannot make nodes of this NodePool.',
        resourceIds: [],
      })),
  });
}

function valuesOf({ spec }: RawNodePool, key: string): string[] {
  const requirement = spec?.template?.spec?.requirements?.find(
    each => each.key === key && each.operator === 'In',
  );
  return requirement?.values ?? [];
}
