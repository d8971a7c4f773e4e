import { HclObject } from './attributeValues';
import { ResolvedWorkload } from './ResolvedWorkload';

/** How an attribute of the module is compared and edited. */
export type AttributeKind = 'text' | 'flag' | 'list' | 'labels' | 'section';

export interface AttributeRule {
  name: string;
  kind: AttributeKind;
  attributes?: AttributeRule[];
}

/**
 * The attributes of one workload in the module's spelling and order. Flags are
 * false and lists empty by default, so leaving them out means the same.
 */
export const WORKLOAD_ATTRIBUTES: AttributeRule[] = [
  { name: 'namespace', kind: 'text' },
  { name: 'service_account', kind: 'text' },
  { name: 'create_namespace', kind: 'flag' },
  { name: 'create_service_account', kind: 'flag' },
  { name: 'namespace_labels', kind: 'labels' },
  {
    name: 's3_access',
    kind: 'section',
    attributes: [
      { name: 'bucket_arns', kind: 'list' },
      { name: 'kms_key_arns', kind: 'list' },
      { name: 'read_only', kind: 'flag' },
    ],
  },
  {
    name: 'dynamodb_access',
    kind: 'section',
    attributes: [
      { name: 'table_arns', kind: 'list' },
      { name: 'read_only', kind: 'flag' },
    ],
  },
  {
    name: 'rds_access',
    kind: 'section',
    attributes: [
      { name: 'resource_id', kind: 'text' },
      { name: 'username', kind: 'text' },
    ],
  },
];

/**
 * The entry as the module takes it. What the request leaves out is left out; a
 * flag that it states stays, even where it states the default.
 */
export function workloadAttributes(workload: ResolvedWorkload): HclObject {
  const { request, access } = workload;
  const { s3Access, dynamodbAccess } = request;
  return withoutAbsent({
    name: request.name,
    namespace: request.namespace,
    service_account: request.serviceAccount,
    create_namespace: request.createNamespace,
    create_service_account: request.createServiceAccount,
    namespace_labels: request.namespaceLabels,
    s3_access:
      access.s3 &&
      withoutAbsent({
        bucket_arns: access.s3.bucketArns,
        kms_key_arns: access.s3.kmsKeyArns.length
          ? access.s3.kmsKeyArns
          : undefined,
        read_only: s3Access?.readOnly,
      }),
    dynamodb_access:
      access.dynamodb &&
      withoutAbsent({
        table_arns: access.dynamodb.tableArns,
        read_only: dynamodbAccess?.readOnly,
      }),
    rds_access: access.rds && {
      resource_id: access.rds.resourceId,
      username: access.rds.username,
    },
  });
}

function withoutAbsent(object: {
  [key: string]: HclObject[string] | undefined;
}): HclObject {
  return Object.fromEntries(
    Object.entries(object).filter(([, value]) => value !== undefined),
  ) as HclObject;
}
