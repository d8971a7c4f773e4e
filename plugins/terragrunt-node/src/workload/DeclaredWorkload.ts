/**
 * The access that a workload has, as its attributes state it.
 *
 * @public
 */
export interface WorkloadAccess {
  s3?: { bucketArns: string[]; kmsKeyArns: string[]; readOnly: boolean };
  dynamodb?: { tableArns: string[]; readOnly: boolean };
  rds?: { resourceId: string; username: string };
}

/**
 * A workload that the repository declares already. Values made by expressions
 * are absent; `expressions` names them.
 *
 * @public
 */
export interface DeclaredWorkload {
  environment: string;
  name: string;
  namespace?: string;
  serviceAccount?: string;
  createNamespace: boolean;
  createServiceAccount: boolean;
  access: WorkloadAccess;
  /** Paths of the attributes whose values are expressions: `s3_access.bucket_arns[0]`. */
  expressions: string[];
  file: string;
  /** Line of the entry, from 1. */
  line?: number;
}

/**
 * An entry of a list of workloads that is no literal object with a name, so
 * that nothing is known about it.
 *
 * @public
 */
export interface OpaqueWorkload {
  environment: string;
  file: string;
  line?: number;
  /** The entry as it stands in the file. */
  source: string;
}
