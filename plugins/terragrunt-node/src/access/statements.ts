import { EnvironmentFacts } from '../environment/EnvironmentFacts';
import { PolicyDocument, PolicyStatement } from '../plan/types';
import { WorkloadAccess } from '../workload/DeclaredWorkload';

const AUDIENCE = 'sts.amazonaws.com';

// Actions as the service authorization reference names them,
// https://docs.aws.amazon.com/service-authorization/latest/reference/
const S3_BUCKET_ACTIONS = ['s3:GetBucketLocation', 's3:ListBucket'];
const S3_READ_ACTIONS = ['s3:GetObject'];
const S3_WRITE_ACTIONS = [
  's3:AbortMultipartUpload',
  's3:DeleteObject',
  's3:PutObject',
];
const DYNAMODB_READ_ACTIONS = [
  'dynamodb:BatchGetItem',
  'dynamodb:ConditionCheckItem',
  'dynamodb:DescribeTable',
  'dynamodb:GetItem',
  'dynamodb:Query',
  'dynamodb:Scan',
];
const DYNAMODB_WRITE_ACTIONS = [
  'dynamodb:BatchWriteItem',
  'dynamodb:DeleteItem',
  'dynamodb:PutItem',
  'dynamodb:UpdateItem',
];

// S3 uses the keys for the role; by itself the role cannot decrypt what else
// they protect. The last star is for the `.cn` of China.
const KEYS_THROUGH_S3 = {
  StringLike: { 'kms:ViaService': 's3.*.amazonaws.com*' },
};

/** Stands in a policy where the repository does not say the value. */
export const UNKNOWN = {
  accountId: '<account id>',
  region: '<region>',
  issuer: '<oidc issuer>',
};

/** Who may take the role: one service account, for AWS's token service only. */
export function trustPolicy(options: {
  facts: EnvironmentFacts;
  /** Host and path of the cluster's OIDC issuer, without `https://`. */
  issuer?: string;
  namespace: string;
  serviceAccount: string;
}): PolicyDocument {
  const { facts, namespace, serviceAccount } = options;
  const issuer = options.issuer ?? UNKNOWN.issuer;
  const account = facts.accountId ?? UNKNOWN.accountId;
  const partition = facts.partition ?? 'aws';
  return policyDocument([
    {
      Effect: 'Allow',
      Principal: {
        Federated: `arn:${partition}:iam::${account}:oidc-provider/${issuer}`,
      },
      Action: 'sts:AssumeRoleWithWebIdentity',
      Condition: {
        StringEquals: {
          [`${issuer}:sub`]: `system:serviceaccount:${namespace}:${serviceAccount}`,
          [`${issuer}:aud`]: AUDIENCE,
        },
      },
    },
  ]);
}

/** Who may take the role of a person: the person's IAM user, and no service. */
export function userTrustPolicy(userArn: string): PolicyDocument {
  return policyDocument([
    {
      Effect: 'Allow',
      Principal: { AWS: userArn },
      Action: 'sts:AssumeRole',
    },
  ]);
}

export function s3Policy(
  access: NonNullable<WorkloadAccess['s3']>,
): PolicyDocument {
  const { bucketArns, kmsKeyArns, readOnly } = access;
  const statements: PolicyStatement[] = [
    {
      Sid: 'Buckets',
      Effect: 'Allow',
      Action: S3_BUCKET_ACTIONS,
      Resource: bucketArns,
    },
    {
      Sid: 'Objects',
      Effect: 'Allow',
      Action: [
        ...S3_READ_ACTIONS,
        ...(readOnly ? [] : S3_WRITE_ACTIONS),
      ].sort(),
      Resource: bucketArns.map(arn => `${arn}/*`),
    },
  ];
  if (kmsKeyArns.length > 0) {
    statements.push({
      Sid: 'Keys',
      Effect: 'Allow',
      Action: ['kms:Decrypt', ...(readOnly ? [] : ['kms:GenerateDataKey'])],
      Resource: kmsKeyArns,
      Condition: KEYS_THROUGH_S3,
    });
  }
  return policyDocument(statements);
}

export function dynamodbPolicy(
  access: NonNullable<WorkloadAccess['dynamodb']>,
): PolicyDocument {
  const { tableArns, readOnly } = access;
  return policyDocument([
    {
      Sid: 'Tables',
      Effect: 'Allow',
      Action: [
        ...DYNAMODB_READ_ACTIONS,
        ...(readOnly ? [] : DYNAMODB_WRITE_ACTIONS),
      ].sort(),
      // Queries on an index are authorised on the index, not on its table.
      Resource: tableArns.flatMap(arn => [arn, `${arn}/index/*`]),
    },
  ]);
}

export function rdsPolicy(
  access: NonNullable<WorkloadAccess['rds']>,
  facts: EnvironmentFacts,
): PolicyDocument {
  return policyDocument([
    {
      Sid: 'Connect',
      Effect: 'Allow',
      Action: 'rds-db:connect',
      Resource: databaseUserArn(access, facts),
    },
  ]);
}

/** The ARN that `rds-db:connect` is granted on. */
export function databaseUserArn(
  { resourceId, username }: NonNullable<WorkloadAccess['rds']>,
  facts: EnvironmentFacts,
): string {
  const region = facts.region ?? UNKNOWN.region;
  const account = facts.accountId ?? UNKNOWN.accountId;
  const partition = facts.partition ?? 'aws';
  return `arn:${partition}:rds-db:${region}:${account}:dbuser:${resourceId}/${username}`;
}

function policyDocument(statements: PolicyStatement[]): PolicyDocument {
  return { Version: '2012-10-17', Statement: statements };
}
