import { Health } from '../health';

/**
 * As EKS spells them (`ClusterStatus` of DescribeCluster).
 *
 * @public
 */
export type EksClusterStatus =
  | 'ACTIVE'
  | 'CREATING'
  | 'DELETING'
  | 'FAILED'
  | 'PENDING'
  | 'UPDATING';

/**
 * An issue as EKS reports it for a cluster, a node group or an add-on.
 *
 * @public
 */
export interface EksIssue {
  code: string;
  message: string;
  resourceIds: string[];
}

/**
 * A cluster as DescribeCluster has it. What the answer lacks is undefined.
 *
 * @public
 */
export interface EksCluster {
  arn: string;
  name: string;
  accountId: string;
  region: string;
  status: EksClusterStatus | string;
  /** `1.35` */
  version?: string;
  /** `eks.12` */
  platformVersion?: string;
  /** ISO 8601 */
  createdAt?: string;
  endpoint?: string;
  /** Certificate of the authority that the endpoint's is signed with: PEM in base64. */
  certificateAuthority?: string;
  endpointPublicAccess?: boolean;
  endpointPrivateAccess?: boolean;
  publicAccessCidrs: string[];
  vpcId?: string;
  subnetIds: string[];
  /** Types of control plane logs that are on. */
  logTypes: string[];
  /** ARN of the key that encrypts secrets. */
  secretsKeyArn?: string;
  authenticationMode?: 'API' | 'API_AND_CONFIG_MAP' | 'CONFIG_MAP' | string;
  /** What happens at the end of standard support: a policy, not the present state. */
  supportType?: 'STANDARD' | 'EXTENDED' | string;
  deletionProtection?: boolean;
  /** Set for a cluster that is only registered with EKS: AWS knows nothing of its control plane. */
  connectorProvider?: string;
  autoMode?: boolean;
  issues: EksIssue[];
  tags: Record<string, string>;
}

/**
 * An update under way or just over (DescribeUpdate).
 *
 * @public
 */
export interface EksUpdate {
  id: string;
  /** `VersionUpdate`, `ConfigUpdate`, ... */
  type: string;
  status: 'InProgress' | 'Failed' | 'Cancelled' | 'Successful' | string;
  /** ISO 8601 */
  createdAt?: string;
  /** Of a node group or add-on. */
  nodeGroupName?: string;
  addonName?: string;
  errors: EksIssue[];
}

/**
 * A finding of EKS about upgrades (DescribeInsight).
 *
 * @public
 */
export interface UpgradeInsight {
  id: string;
  name: string;
  /** `UPGRADE_READINESS`, `MISCONFIGURATION`, `ROLLBACK_READINESS` */
  category: string;
  /** The Kubernetes version it is about. */
  kubernetesVersion?: string;
  status: 'PASSING' | 'WARNING' | 'ERROR' | 'UNKNOWN' | string;
  reason?: string;
  description?: string;
  recommendation?: string;
  /** APIs in use that the version removes. */
  deprecations?: DeprecatedApi[];
  /** Add-ons that do not fit the version, with versions that do. */
  addons?: { name: string; compatibleVersions: string[] }[];
  /** ARNs and paths of what is concerned, the first of them. */
  resources?: string[];
  /** Pages that help, by their title. */
  links?: Record<string, string>;
  /** ISO 8601; findings look 30 days back, so they stay for a while after a fix. */
  lastRefreshedAt?: string;
  lastChangedAt?: string;
}

/**
 * An API that goes, and who still calls it.
 *
 * @public
 */
export interface DeprecatedApi {
  /** `/apis/flowcontrol.apiserver.k8s.io/v1beta3/flowschemas` */
  api: string;
  replacedBy?: string;
  /** The first Kubernetes version without it. */
  removedIn?: string;
  /** The most frequent first. */
  callers: {
    userAgent: string;
    requestsIn30Days?: number;
    /** ISO 8601 */
    lastAt?: string;
  }[];
}

/**
 * What the health of a cluster follows from beside its own description.
 *
 * @public
 */
export interface EksClusterParts {
  nodeGroups: { name: string; health: Health }[];
  addons: { name: string; health: Health }[];
  insights: UpgradeInsight[];
  updates: EksUpdate[];
  /** Whether the Kubernetes API answered lately; undefined: nobody asks it. */
  reachable?: { ok: boolean; since?: string; problem?: string; fix?: string };
}
