import { SnapshotRepository } from '../snapshot/RepositorySnapshot';

/**
 * `error` stops the change, `warning` stands in the pull request, `info` says
 * what could not be checked.
 *
 * @public
 */
export type Severity = 'error' | 'warning' | 'info';

/**
 * One thing a rule has to say about a request.
 *
 * @public
 */
export interface Finding {
  /** The rule, in kebab-case. */
  id: string;
  severity: Severity;
  message: string;
  /** What to do about it. */
  fix: string;
  /** The form's field: `s3Access.bucketArns[0]`. */
  field?: string;
  file?: string;
  /** Counted from 1. */
  line?: number;
  /** Official document the rule comes from. */
  source?: string;
}

/**
 * One changed file.
 *
 * @public
 */
export interface FileChange {
  path: string;
  /** Undefined for a new file. */
  before?: string;
  /** Undefined for a removed file. */
  after?: string;
}

/**
 * An IAM policy document.
 *
 * @public
 */
export interface PolicyDocument {
  Version: '2012-10-17';
  Statement: PolicyStatement[];
}

/**
 * One statement of an IAM policy document.
 *
 * @public
 */
export interface PolicyStatement {
  Sid?: string;
  Effect: 'Allow' | 'Deny';
  Principal?: Record<string, string>;
  Action: string | string[];
  Resource?: string | string[];
  Condition?: Record<string, Record<string, string>>;
}

/**
 * What the workload may do after the change is applied: one grant for the role's
 * trust, one for each kind of access.
 *
 * @public
 */
export interface AccessGrant {
  kind: 'trust' | 's3' | 'dynamodb' | 'rds';
  /** The grant in one plain sentence. */
  sentence: string;
  /** Name of the IAM policy; the trust policy has none. */
  policyName?: string;
  policy: PolicyDocument;
  /** The buckets, keys, tables or database users the grant names. */
  resources: string[];
  /** Other workloads of the repository that reach the same bucket, table or database. */
  alsoReachableBy: { environment: string; workload: string; file: string }[];
}

/**
 * A change in plain words, for the pull request and the wizard.
 *
 * @public
 */
export interface PlanSummary {
  /** One sentence. */
  what: string;
  inputs: { name: string; value: string }[];
  /** What is there after apply and was not before. */
  willExist: string[];
  /** What apply changes in place. */
  changesInPlace: string[];
  /** What apply destroys and makes anew. */
  replaced: string[];
  /** What people do after the merge. */
  afterMerge: string[];
  rollback: string;
  reviewerChecks: string[];
}

/**
 * Kinds of changes, as branches (`ml-platform/<kind>/...`), routes and actions
 * spell them.
 *
 * @public
 */
export type ChangeKind =
  | 'workload'
  | 'cluster'
  | 'profile'
  | 'tool'
  | 'removal'
  | 'repository';

/**
 * How big a node group is with its desired number of nodes. Figures are those of
 * one node of its first known instance type; those of all nodes are the
 * product.
 *
 * @public
 */
export interface NodeGroupSize {
  nodeGroup: string;
  instanceType: string;
  min: number;
  desired: number;
  max: number;
  /** Of one node. */
  vcpu: number;
  /** Of one node. */
  memoryGiB: number;
  /** GPUs and other accelerators of one node. */
  gpus: number;
  /** Model: `NVIDIA T4`. */
  accelerator?: string;
  /** Of all desired nodes on demand, in US dollars; undefined when no price is known. */
  monthlyUsd?: number;
  architecture: string;
}

/**
 * What the desired nodes cost a month, as far as prices are known.
 *
 * @public
 */
export interface CostEstimate {
  /** US dollars for 730 hours. */
  monthlyUsd: number;
  /** The day of the prices, YYYY-MM-DD. */
  asOf: string;
  source: string;
}

/**
 * What a change takes for itself until it is merged, so that no other open change
 * may take the same: a network, as the block of its addresses (`10.60.0.0/16`).
 *
 * @public
 */
export interface Reservation {
  kind: 'network';
  value: string;
}

/**
 * What a request means for a repository at one commit.
 *
 * @public
 */
export interface ChangePlan {
  kind: ChangeKind;
  /** Kind of thing that changes, where it is not `kind`: what a removal removes. */
  thing?: string;
  repository: SnapshotRepository;
  environment: string;
  name: string;
  base: { branch: string; commit: string };
  /** `none`: the repository says already what was asked. */
  operation: 'create' | 'change' | 'remove' | 'none';
  title: string;
  /** Empty when a finding is an error, and when there is nothing to change. */
  files: FileChange[];
  findings: Finding[];
  summary: PlanSummary;
  access: AccessGrant[];
  /** Of a cluster's node groups. */
  sizes?: NodeGroupSize[];
  /** Of a cluster. */
  cost?: CostEstimate;
  /** What other open changes must not take, too. */
  reserves?: Reservation[];
  /** Entity the change writes, for example `component:default/dev-mlflow`. */
  entityRef?: string;
  /** sha256 over kind, paths and new texts, in hex: the same for the same diff. */
  digest: string;
}
