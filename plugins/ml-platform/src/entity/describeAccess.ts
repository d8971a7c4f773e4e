/** What a workload may do, one sentence for each kind of access. */
export interface AccessWords {
  kind: 's3' | 'dynamodb' | 'rds';
  title: string;
  sentence: string;
}

/**
 * The access of a declared workload in plain words.
 *
 * @param formData - the workload's values as its template takes them; what the form
 *   cannot show is absent
 */
export function describeAccess(
  formData: Record<string, unknown>,
): AccessWords[] {
  const words: AccessWords[] = [];
  const s3 = objectOf(formData.s3Access);
  if (s3) {
    const keys = textsOf(s3.kmsKeyArns);
    words.push({
      kind: 's3',
      title: 'S3',
      sentence: `${
        s3.readOnly ? 'Lists and reads' : 'Lists, reads, writes and deletes'
      } all objects in ${listOf('bucket', textsOf(s3.bucketArns))}${
        keys.length > 0
          ? `, with ${listOf('key', keys)} to ${
              s3.readOnly ? 'decrypt' : 'decrypt and encrypt'
            } them`
          : ''
      }.`,
    });
  }
  const dynamodb = objectOf(formData.dynamodbAccess);
  if (dynamodb) {
    words.push({
      kind: 'dynamodb',
      title: 'DynamoDB',
      sentence: `${
        dynamodb.readOnly ? 'Reads' : 'Reads, writes and deletes'
      } items in ${listOf('table', textsOf(dynamodb.tableArns))}.`,
    });
  }
  const rds = objectOf(formData.rdsAccess);
  if (rds) {
    words.push({
      kind: 'rds',
      title: 'RDS',
      sentence: `Signs in to database ${rds.resourceId} as user ${rds.username}.`,
    });
  }
  return words;
}

function objectOf(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null
    ? (value as Record<string, unknown>)
    : undefined;
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value)
    ? value.filter((each): each is string => typeof each === 'string')
    : [];
}

/** `bucket a`, `buckets a, b and c`; of an ARN only the resource's name. */
function listOf(noun: string, arns: string[]): string {
  const names = arns.map(arn =>
    (arn.split(':').slice(5).join(':') || arn).replace(/^(table|key)\//, ''),
  );
  const last = names.at(-1);
  return names.length > 1
    ? `${noun}s ${names.slice(0, -1).join(', ')} and ${last}`
    : `${noun} ${last ?? 'that the form cannot show'}`;
}
