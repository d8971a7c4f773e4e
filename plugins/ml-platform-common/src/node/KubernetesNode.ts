import { ResourceAmounts } from '../quantity';
import { Taint } from '../eks';
import { AcceleratorSharing } from '../gpu/acceleratorResources';

/**
 * A condition of a Kubernetes object (`status.conditions[]`).
 *
 * @public
 */
export interface KubernetesCondition {
  type: string;
  status: 'True' | 'False' | 'Unknown' | string;
  reason?: string;
  message?: string;
  /** ISO 8601 */
  lastTransitionTime?: string;
}

/**
 * Accelerators of one kind that a driver offers on a node to claims (DRA), in place of
 * a device plugin.
 *
 * @public
 */
export interface ClaimableDevices {
  /**
   * Driver and kind, which no device plugin has as the name of a resource:
   * `gpu.nvidia.com`, `gpu.nvidia.com/mig-1g.5gb`.
   */
  resource: string;
  sharing: AcceleratorSharing;
  /** `NVIDIA A10G`, where the driver tells it. */
  product?: string;
  capacity: number;
  /** Those that are not tainted by their driver. */
  available: number;
  /** Those that claims hold, not counting looks of administrators. */
  claimed: number;
  /** Claims cannot be listed: nothing can be called idle. */
  claimsUnknown?: true;
}

/**
 * A node, without what nobody asks for.
 *
 * @public
 */
export interface KubernetesNode {
  name: string;
  clusterArn: string;
  uid?: string;
  /** ISO 8601 */
  createdAt?: string;
  /** Being deleted since, ISO 8601. */
  deletedAt?: string;
  labels: Record<string, string>;
  taints: Taint[];
  unschedulable: boolean;
  capacity: ResourceAmounts;
  allocatable: ResourceAmounts;
  conditions: KubernetesCondition[];
  kubeletVersion?: string;
  /** `aws:///eu-west-2a/i-0123456789abcdef0` */
  providerId?: string;
  /** What drivers offer to claims (DRA). */
  devices?: ClaimableDevices[];
}

/**
 * Where a node comes from, by the labels that its maker sets.
 *
 * @public
 */
export interface NodeOrigin {
  kind: 'managed' | 'karpenter' | 'auto-mode' | 'fargate' | 'unmanaged';
  /** Name of the node group or NodePool. */
  group?: string;
  capacityType?: 'ON_DEMAND' | 'SPOT' | 'CAPACITY_BLOCK' | 'RESERVED';
  instanceType?: string;
  zone?: string;
}

const CAPACITY_TYPES: Record<string, NodeOrigin['capacityType']> = {
  ON_DEMAND: 'ON_DEMAND',
  SPOT: 'SPOT',
  CAPACITY_BLOCK: 'CAPACITY_BLOCK',
  'on-demand': 'ON_DEMAND',
  spot: 'SPOT',
  reserved: 'RESERVED',
};

/**
 * Reads a node's origin. Managed node groups and Karpenter spell capacity types in
 * ways of their own; here they are one.
 *
 * Sources: {@link https://docs.aws.amazon.com/eks/latest/userguide/managed-node-groups.html},
 * {@link https://karpenter.sh/docs/concepts/scheduling/}
 *
 * @public
 */
export function nodeOrigin(labels: Record<string, string>): NodeOrigin {
  const managed = labels['eks.amazonaws.com/nodegroup'];
  const pool = labels['karpenter.sh/nodepool'];
  const computeType = labels['eks.amazonaws.com/compute-type'];
  const capacity =
    labels['eks.amazonaws.com/capacityType'] ??
    labels['karpenter.sh/capacity-type'];
  const instanceType = labels['node.kubernetes.io/instance-type'];
  const zone = labels['topology.kubernetes.io/zone'];
  return {
    kind: originKind(managed, pool, computeType),
    ...(managed ?? pool ? { group: managed ?? pool } : {}),
    ...(capacity && CAPACITY_TYPES[capacity]
      ? { capacityType: CAPACITY_TYPES[capacity] }
      : {}),
    ...(instanceType ? { instanceType } : {}),
    ...(zone ? { zone } : {}),
  };
}

function originKind(
  managed: string | undefined,
  pool: string | undefined,
  computeType: string | undefined,
): NodeOrigin['kind'] {
  if (managed) {
    return 'managed';
  }
  if (computeType === 'fargate') {
    return 'fargate';
  }
  if (pool) {
    return computeType === 'auto' ? 'auto-mode' : 'karpenter';
  }
  return 'unmanaged';
}
