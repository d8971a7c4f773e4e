import { HclExpression, HclValue } from '../hcl';
import {
  flagValue,
  HclObject,
  isObject,
  textList,
  textValue,
} from './attributeValues';
import { DeclaredWorkload, WorkloadAccess } from './DeclaredWorkload';

/** What an entry of the list says, its place in the repository aside. */
export function readDeclaredWorkload(
  name: string,
  entry: HclObject,
): Omit<DeclaredWorkload, 'environment' | 'file' | 'line'> {
  return {
    name,
    namespace: textValue(entry.namespace),
    serviceAccount: textValue(entry.service_account),
    createNamespace: flagValue(entry.create_namespace),
    createServiceAccount: flagValue(entry.create_service_account),
    access: readAccess(entry),
    expressions: expressionPaths(entry),
  };
}

function readAccess(entry: HclObject): WorkloadAccess {
  const access: WorkloadAccess = {};
  const { s3_access: s3, dynamodb_access: dynamodb, rds_access: rds } = entry;
  if (isObject(s3)) {
    access.s3 = {
      bucketArns: textList(s3.bucket_arns),
      kmsKeyArns: textList(s3.kms_key_arns),
      readOnly: flagValue(s3.read_only),
    };
  }
  if (isObject(dynamodb)) {
    access.dynamodb = {
      tableArns: textList(dynamodb.table_arns),
      readOnly: flagValue(dynamodb.read_only),
    };
  }
  if (isObject(rds)) {
    const resourceId = textValue(rds.resource_id);
    const username = textValue(rds.username);
    if (resourceId !== undefined && username !== undefined) {
      access.rds = { resourceId, username };
    }
  }
  return access;
}

/** Paths of all expressions in a value: `s3_access.bucket_arns[0]`. */
export function expressionPaths(value: HclValue, path: string = ''): string[] {
  if (value instanceof HclExpression) {
    return [path];
  }
  if (Array.isArray(value)) {
    return value.flatMap((item, index) =>
      expressionPaths(item, `${path}[${index}]`),
    );
  }
  return isObject(value)
    ? Object.entries(value).flatMap(([key, item]) =>
        expressionPaths(item, path ? `${path}.${key}` : key),
      )
    : [];
}
