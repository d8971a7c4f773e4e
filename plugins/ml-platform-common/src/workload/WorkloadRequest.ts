/**
 * The kinds of access a workload can have.
 *
 * @public
 */
export const WORKLOAD_ACCESS_KINDS = ['s3', 'dynamodb', 'rds'] as const;

/** @public */
export type WorkloadAccessKind = (typeof WORKLOAD_ACCESS_KINDS)[number];

/**
 * The part of the request that describes each kind of access.
 *
 * @public
 */
export const WORKLOAD_SECTIONS = {
  s3: 's3Access',
  dynamodb: 'dynamodbAccess',
  rds: 'rdsAccess',
} as const;

/**
 * Attributes of an entry that a change may leave as they are, because a form
 * cannot show the expression they are made by.
 *
 * @public
 */
export const KEEPABLE_ATTRIBUTES = [
  'create_namespace',
  'create_service_account',
  'namespace_labels',
  's3_access',
  'dynamodb_access',
  'rds_access',
] as const;

/** @public */
export type KeepableAttribute = (typeof KEEPABLE_ATTRIBUTES)[number];

/** @public */
export interface S3Access {
  /** ARNs, `s3://` addresses or names of buckets; at least one. */
  bucketArns: string[];
  /** ARNs of the keys the buckets are encrypted with. */
  kmsKeyArns?: string[];
  /** False by default: reading and writing. */
  readOnly?: boolean;
}

/** @public */
export interface DynamodbAccess {
  /** ARNs or names of tables; at least one. */
  tableArns: string[];
  /** False by default: reading and writing. */
  readOnly?: boolean;
}

/** @public */
export interface RdsAccess {
  /** Resource id of the database (`db-...`, `cluster-...`, `prx-...`), not its name. */
  resourceId: string;
  /** Database user the workload signs in as. */
  username: string;
}

/**
 * What a person asks for: an ML workload with access to AWS.
 *
 * @public
 */
export interface WorkloadRequest {
  /** Id in `mlPlatform.repositories`, or a `repoUrl`. */
  repository: string;
  environment: string;
  name: string;
  namespace: string;
  serviceAccount: string;
  /** False by default: the namespace must exist. */
  createNamespace?: boolean;
  /** False by default: the service account must exist. */
  createServiceAccount?: boolean;
  namespaceLabels?: Record<string, string>;
  /** What the form ticked; when present, sections not listed are dropped. */
  access?: WorkloadAccessKind[];
  s3Access?: S3Access;
  dynamodbAccess?: DynamodbAccess;
  rdsAccess?: RdsAccess;
  /** Attributes of the declared entry that stay as they are, whatever else is asked for. */
  keep?: KeepableAttribute[];
  /** Entity reference; the requester's own by default. */
  owner?: string;
  /** The day until which it is needed, `YYYY-MM-DD`; shown on the page Declared. */
  expires?: string;
  description?: string;
  /** Why it is asked for; stands in the pull request. */
  reason?: string;
  draft?: boolean;
}
