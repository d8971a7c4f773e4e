import {
  ClusterNodeGroup,
  NodeTaint,
} from '@ml-platform/plugin-ml-platform-common';

/**
 * What an environment's variables say of its network and its cluster. What they
 * do not say is undefined.
 *
 * @public
 */
export interface DeclaredCluster {
  environment: string;
  /** File with the variables. */
  file: string;
  /** Line of `cidr_block`, counted from 1. */
  cidrLine?: number;
  project?: string;
  region?: string;
  accountId?: string;
  availabilityZones: string[];
  cidrBlock?: string;
  clusterName?: string;
  kubernetesVersion?: string;
  nodeGroups: DeclaredNodeGroup[];
}

/**
 * A node group as it is declared, or asked for.
 *
 * @public
 */
export interface DeclaredNodeGroup
  extends Pick<ClusterNodeGroup, 'name' | 'instanceTypes' | 'amiType'> {
  capacityType?: string;
  minSize?: number;
  desiredSize?: number;
  maxSize?: number;
  diskGiB?: number;
  labels?: Record<string, string>;
  /** Undefined: its unit may say them. */
  taints?: NodeTaint[];
}
