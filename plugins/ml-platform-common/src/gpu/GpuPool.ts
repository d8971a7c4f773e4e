import { NodeGroupKind } from '../eks';
import { AcceleratorSharing } from './acceleratorResources';

/**
 * Nodes of one group that offer the same accelerators under the same resource name.
 * All counts are pieces of that resource: devices, slices or turns.
 *
 * @public
 */
export interface GpuPool {
  clusterArn: string;
  /** Node group or NodePool; undefined for nodes of none. */
  nodeGroup?: string;
  nodeGroupKind: NodeGroupKind;
  capacityType?: string;
  instanceTypes: string[];
  /** `Tesla-T4`, or as the instance type is described when there is no node. */
  product?: string;
  resource: string;
  sharing: AcceleratorSharing;
  nodes: number;
  /** Nodes that take new pods. */
  schedulableNodes: number;
  /** Devices; undefined where they are not told. */
  physical?: number;
  capacity: number;
  allocatable: number;
  requested: number;
  idle: number;
  unhealthy: number;
  overcommitted: number;
  /** Pods of a node could not be read: more may be requested, and nothing of it is idle. */
  podsUnknown?: true;
  /** Pieces that a further node would bring; undefined when not known. */
  perNode?: number;
  minSize?: number;
  desiredSize?: number;
  maxSize?: number;
  /** Taints of the group, as `key=value:effect`. */
  taints: string[];
  labels: Record<string, string>;
}
