import { EksIssue } from './EksCluster';

/**
 * Who makes the nodes of a group.
 *
 * @public
 */
export type NodeGroupKind = 'managed' | 'karpenter' | 'unmanaged';

/**
 * A taint, its effect as Kubernetes spells it (`NoSchedule`; EKS: `NO_SCHEDULE`).
 *
 * @public
 */
export interface Taint {
  key: string;
  value?: string;
  effect: 'NoSchedule' | 'NoExecute' | 'PreferNoSchedule' | string;
}

/**
 * A group of nodes: a managed node group (DescribeNodegroup), a NodePool of
 * Karpenter, or nodes that share neither.
 *
 * @public
 */
export interface NodeGroup {
  kind: NodeGroupKind;
  name: string;
  clusterArn: string;
  arn?: string;
  /** As EKS spells it; undefined for groups that EKS does not manage. */
  status?:
    | 'ACTIVE'
    | 'CREATE_FAILED'
    | 'CREATING'
    | 'DEGRADED'
    | 'DELETE_FAILED'
    | 'DELETING'
    | 'UPDATING'
    | string;
  kubernetesVersion?: string;
  /** Of the AMI, such as `1.35.0-20261014`. */
  releaseVersion?: string;
  /** ISO 8601 */
  createdAt?: string;
  modifiedAt?: string;
  capacityType?: 'ON_DEMAND' | 'SPOT' | 'CAPACITY_BLOCK' | string;
  /** Empty when a launch template sets it. */
  instanceTypes: string[];
  amiType?: string;
  /** Bounds of the scaling group; desired is its target, not a count of nodes. */
  minSize?: number;
  desiredSize?: number;
  maxSize?: number;
  /** Nodes that are there, and those of them that are ready; undefined: not known. */
  nodes?: {
    present: number;
    ready: number;
    /**
     * Since when fewer than desired are ready, as far as that was seen: an autoscaler
     * changes the desired size without a trace in the group. ISO 8601
     */
    missingSince?: string;
  };
  labels: Record<string, string>;
  taints: Taint[];
  autoScalingGroups: string[];
  issues: EksIssue[];
}

/**
 * An add-on (DescribeAddon).
 *
 * @public
 */
export interface Addon {
  name: string;
  clusterArn: string;
  arn?: string;
  status:
    | 'ACTIVE'
    | 'CREATE_FAILED'
    | 'CREATING'
    | 'DEGRADED'
    | 'DELETE_FAILED'
    | 'DELETING'
    | 'UPDATE_FAILED'
    | 'UPDATING'
    | string;
  version?: string;
  /** What EKS installs by default on the cluster's version. */
  defaultVersion?: string;
  /** The newest that fits the cluster's version. */
  newestVersion?: string;
  roleArn?: string;
  /** ISO 8601 */
  modifiedAt?: string;
  issues: EksIssue[];
}

const TAINT_EFFECTS: Record<string, string> = {
  NO_SCHEDULE: 'NoSchedule',
  NO_EXECUTE: 'NoExecute',
  PREFER_NO_SCHEDULE: 'PreferNoSchedule',
};

/**
 * A taint's effect in the spelling of Kubernetes, whichever it comes in.
 *
 * @public
 */
export function kubernetesTaintEffect(effect: string): string {
  return TAINT_EFFECTS[effect] ?? effect;
}
