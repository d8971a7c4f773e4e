import {
  ArnInputKind,
  expandArnInput,
  workloadRoleName,
  WorkloadRequest,
} from '@ml-platform/plugin-ml-platform-common';
import { EnvironmentFacts } from '../environment/EnvironmentFacts';
import { WorkloadAccess } from './DeclaredWorkload';

/**
 * One resource of a request with the ARN it stands for.
 *
 * @public
 */
export interface ResolvedArn {
  /** The form's field: `s3Access.bucketArns[0]`. */
  field: string;
  kind: ArnInputKind;
  /** As it was typed. */
  input: string;
  /** Undefined when the environment does not say what the name needs. */
  arn?: string;
  /** What the environment does not say, in words. */
  explanation: string;
  /** A path below the bucket that was typed but cannot be granted alone. */
  droppedPrefix?: string;
}

/**
 * A request in the light of its environment.
 *
 * @public
 */
export interface ResolvedWorkload {
  request: WorkloadRequest;
  roleName: string;
  buckets: ResolvedArn[];
  keys: ResolvedArn[];
  tables: ResolvedArn[];
  access: WorkloadAccess;
}

/** Names become ARNs in the environment's partition, region and account. */
export function resolveWorkload(
  request: WorkloadRequest,
  facts: EnvironmentFacts,
): ResolvedWorkload {
  const resolve = (
    inputs: string[] | undefined,
    field: string,
    kind: ArnInputKind,
  ) =>
    (inputs ?? []).map((input, index) =>
      resolveArn(input, `${field}[${index}]`, kind, facts),
    );
  const { s3Access, dynamodbAccess, rdsAccess } = request;
  const buckets = resolve(
    s3Access?.bucketArns,
    's3Access.bucketArns',
    's3-bucket',
  );
  const keys = resolve(s3Access?.kmsKeyArns, 's3Access.kmsKeyArns', 'kms-key');
  const tables = resolve(
    dynamodbAccess?.tableArns,
    'dynamodbAccess.tableArns',
    'dynamodb-table',
  );
  return {
    request,
    roleName: workloadRoleName(facts.label, request.name),
    buckets,
    keys,
    tables,
    access: {
      s3: s3Access && {
        bucketArns: distinctArns(buckets),
        kmsKeyArns: distinctArns(keys),
        readOnly: s3Access.readOnly ?? false,
      },
      dynamodb: dynamodbAccess && {
        tableArns: distinctArns(tables),
        readOnly: dynamodbAccess.readOnly ?? false,
      },
      rds: rdsAccess && { ...rdsAccess },
    },
  };
}

function resolveArn(
  input: string,
  field: string,
  kind: ArnInputKind,
  facts: EnvironmentFacts,
): ResolvedArn {
  const result = expandArnInput(input, kind, facts);
  if (result.status !== 'arn') {
    const explanation =
      result.status === 'incomplete' ? result.explanation : result.message;
    return { field, kind, input, explanation };
  }
  const { arn, explanation, droppedPrefix } = result;
  return { field, kind, input, arn, explanation, droppedPrefix };
}

function distinctArns(resources: ResolvedArn[]): string[] {
  const arns = resources
    .map(resource => resource.arn)
    .filter((arn): arn is string => arn !== undefined);
  return [...new Set(arns)];
}
