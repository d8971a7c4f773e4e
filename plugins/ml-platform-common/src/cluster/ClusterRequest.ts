/**
 * What is asked for: an environment with its cluster, a further cluster in an
 * environment that has one, or other values for the cluster that it has.
 *
 * @public
 */
export const CLUSTER_INTENTS = [
  'new-environment',
  'further-cluster',
  'change',
] as const;

/** @public */
export type ClusterIntent = (typeof CLUSTER_INTENTS)[number];

/** @public */
export const CAPACITY_TYPES = ['ON_DEMAND', 'SPOT'] as const;

/** @public */
export const TAINT_EFFECTS = [
  'NO_SCHEDULE',
  'NO_EXECUTE',
  'PREFER_NO_SCHEDULE',
] as const;

/** @public */
export const CONTROL_PLANE_LOGS = [
  'api',
  'audit',
  'authenticator',
  'controllerManager',
  'scheduler',
] as const;

/** @public */
export interface ClusterAddon {
  /** `aws-ebs-csi-driver` */
  name: string;
  /** Undefined: the default version for the cluster's Kubernetes version. */
  version?: string;
  /** Role of its service account. */
  roleArn?: string;
}

/** @public */
export interface NodeTaint {
  key: string;
  value?: string;
  effect: (typeof TAINT_EFFECTS)[number];
}

/**
 * A managed node group.
 *
 * @public
 */
export interface ClusterNodeGroup {
  name: string;
  instanceTypes: string[];
  /** Undefined: the AL2023 type for the first instance type. */
  amiType?: string;
  capacityType: (typeof CAPACITY_TYPES)[number];
  minSize: number;
  desiredSize: number;
  maxSize: number;
  diskGiB?: number;
  labels?: Record<string, string>;
  taints?: NodeTaint[];
}

/**
 * What a person asks for. In a change, what is left out stays as it is.
 *
 * @public
 */
export interface ClusterRequest {
  /** Id in `mlPlatform.repositories`, or a `repoUrl`. */
  repository: string;
  /** New, or one that exists. */
  environment: string;
  intent: ClusterIntent;
  /** Short name of a further cluster, to add it or to change it. */
  name?: string;
  /** Environment that a new one is copied from; undefined: the skeleton. */
  copyFrom?: string;
  project?: string;
  stage?: string;
  region?: string;
  availabilityZones?: string[];
  accountId?: string;
  /** AWS profile of those who run Terragrunt by hand. */
  profile?: string;
  stateBucket?: string;
  lockTable?: string;
  cidrBlock?: string;
  /** Of a further cluster. */
  vpcId?: string;
  /** Of a further cluster. */
  subnetIds?: string[];
  kubernetesVersion?: string;
  endpointPublicAccess?: boolean;
  endpointPublicAccessCidrs?: string[];
  logTypes?: (typeof CONTROL_PLANE_LOGS)[number][];
  logRetentionDays?: number;
  /** Undefined: a key is made. */
  kmsKeyArn?: string;
  addons?: ClusterAddon[];
  /** In a change the whole list: a group that it does not name goes, but for those to `keep`. */
  nodeGroups?: ClusterNodeGroup[];
  /** Names of node groups that stay as they are, although `nodeGroups` does not list them. */
  keep?: string[];
  ray?: boolean;
  clusterAutoscaler?: boolean;
  nodeTerminationHandler?: boolean;
  owner?: string;
  /** The day until which it is needed, YYYY-MM-DD. */
  expires?: string;
  description?: string;
  reason?: string;
  draft?: boolean;
}

/**
 * The short name of the cluster that a request is about: its own, or that of the
 * environment.
 *
 * @public
 */
export function clusterShortName(
  request: Pick<ClusterRequest, 'intent' | 'environment' | 'name'>,
): string {
  return request.intent === 'new-environment'
    ? request.environment
    : request.name ?? request.environment;
}
