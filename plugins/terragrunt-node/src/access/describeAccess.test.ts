import { EnvironmentFacts } from '../environment/EnvironmentFacts';
import { DeclaredWorkload } from '../workload/DeclaredWorkload';
import { AccessSubject, describeAccess } from './describeAccess';
import { matchesArn } from './matchesArn';

const DEV: EnvironmentFacts = {
  name: 'dev',
  file: 'env/dev/env.yaml',
  label: 'dev',
  region: 'eu-west-2',
  partition: 'aws',
  accountId: '123456789012',
  cluster: 'mlops-dev-cluster',
};
const TABLE = 'arn:aws:dynamodb:eu-west-2:123456789012:table/features';
const KEY =
  'arn:aws:kms:eu-west-2:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab';

function subject(changes: Partial<AccessSubject> = {}): AccessSubject {
  return {
    environment: DEV,
    environments: [DEV],
    name: 'mlflow',
    roleName: 'dev-mlflow-irsa',
    namespace: 'mlops',
    serviceAccount: 'mlflow',
    access: {
      s3: {
        bucketArns: ['arn:aws:s3:::artifacts', 'arn:aws:s3:::models'],
        kmsKeyArns: [KEY],
        readOnly: false,
      },
      dynamodb: { tableArns: [TABLE], readOnly: true },
      rds: { resourceId: 'db-ABC', username: 'mlflow' },
    },
    issuer: 'oidc.eks.eu-west-2.amazonaws.com/id/ABC',
    declared: [],
    ...changes,
  };
}

function declared(changes: Partial<DeclaredWorkload>): DeclaredWorkload {
  return {
    environment: 'dev',
    name: 'other',
    createNamespace: false,
    createServiceAccount: false,
    access: {},
    expressions: [],
    file: 'env/dev/aws/irsa-ml-workloads/terragrunt.hcl',
    ...changes,
  };
}

describe('describeAccess', () => {
  it('gives the trust and one policy for each kind of access', () => {
    expect(
      describeAccess(subject()).map(
        ({ kind, policyName, sentence, policy, resources }) => ({
          kind,
          policyName,
          sentence,
          statements: policy.Statement,
          resources,
        }),
      ),
    ).toMatchInlineSnapshot(`
      [
        {
          "kind": "trust",
          "policyName": undefined,
          "resources": [
            "system:serviceaccount:mlops:mlflow",
          ],
          "sentence": "Pods that run as service account mlflow in namespace mlops of cluster mlops-dev-cluster may take the role dev-mlflow-irsa; nobody else may.",
          "statements": [
            {
              "Action": "sts:AssumeRoleWithWebIdentity",
              "Condition": {
                "StringEquals": {
                  "oidc.eks.eu-west-2.amazonaws.com/id/ABC:aud": "sts.amazonaws.com",
                  "oidc.eks.eu-west-2.amazonaws.com/id/ABC:sub": "system:serviceaccount:mlops:mlflow",
                },
              },
              "Effect": "Allow",
              "Principal": {
                "Federated": "arn:aws:iam::123456789012:oidc-provider/oidc.eks.eu-west-2.amazonaws.com/id/ABC",
              },
            },
          ],
        },
        {
          "kind": "s3",
          "policyName": "dev-mlflow-irsa-s3",
          "resources": [
            "arn:aws:s3:::artifacts",
            "arn:aws:s3:::models",
            "arn:aws:kms:eu-west-2:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab",
          ],
          "sentence": "It may list, read, write and delete all objects in buckets artifacts and models, and decrypt and encrypt them with key 1234abcd-12ab-34cd-56ef-1234567890ab.",
          "statements": [
            {
              "Action": [
                "s3:GetBucketLocation",
                "s3:ListBucket",
              ],
              "Effect": "Allow",
              "Resource": [
                "arn:aws:s3:::artifacts",
                "arn:aws:s3:::models",
              ],
              "Sid": "Buckets",
            },
            {
              "Action": [
                "s3:AbortMultipartUpload",
                "s3:DeleteObject",
                "s3:GetObject",
                "s3:PutObject",
              ],
              "Effect": "Allow",
              "Resource": [
                "arn:aws:s3:::artifacts/*",
                "arn:aws:s3:::models/*",
              ],
              "Sid": "Objects",
            },
            {
              "Action": [
                "kms:Decrypt",
                "kms:GenerateDataKey",
              ],
              "Condition": {
                "StringLike": {
                  "kms:ViaService": "s3.*.amazonaws.com*",
                },
              },
              "Effect": "Allow",
              "Resource": [
                "arn:aws:kms:eu-west-2:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab",
              ],
              "Sid": "Keys",
            },
          ],
        },
        {
          "kind": "dynamodb",
          "policyName": "dev-mlflow-irsa-dynamodb",
          "resources": [
            "arn:aws:dynamodb:eu-west-2:123456789012:table/features",
          ],
          "sentence": "It may read, but not change, items in table features and query the indexes.",
          "statements": [
            {
              "Action": [
                "dynamodb:BatchGetItem",
                "dynamodb:ConditionCheckItem",
                "dynamodb:DescribeTable",
                "dynamodb:GetItem",
                "dynamodb:Query",
                "dynamodb:Scan",
              ],
              "Effect": "Allow",
              "Resource": [
                "arn:aws:dynamodb:eu-west-2:123456789012:table/features",
                "arn:aws:dynamodb:eu-west-2:123456789012:table/features/index/*",
              ],
              "Sid": "Tables",
            },
          ],
        },
        {
          "kind": "rds",
          "policyName": "dev-mlflow-irsa-rds",
          "resources": [
            "arn:aws:rds-db:eu-west-2:123456789012:dbuser:db-ABC/mlflow",
          ],
          "sentence": "It may sign in to database db-ABC as user mlflow; what that user may do there is decided in the database.",
          "statements": [
            {
              "Action": "rds-db:connect",
              "Effect": "Allow",
              "Resource": "arn:aws:rds-db:eu-west-2:123456789012:dbuser:db-ABC/mlflow",
              "Sid": "Connect",
            },
          ],
        },
      ]
    `);
  });

  it('grants no writing where only reading is asked for', () => {
    const grants = describeAccess(
      subject({
        access: {
          s3: {
            bucketArns: ['arn:aws:s3:::a'],
            kmsKeyArns: [KEY],
            readOnly: true,
          },
          dynamodb: { tableArns: [TABLE], readOnly: true },
        },
      }),
    );
    const actions = grants.flatMap(({ policy }) =>
      policy.Statement.flatMap(({ Action }) => Action),
    );

    expect(
      actions.filter(action =>
        /Put|Delete|Write|Update|Generate|Abort/.test(action),
      ),
    ).toEqual([]);
    expect(actions).toEqual(
      expect.arrayContaining(['s3:GetObject', 'kms:Decrypt', 'dynamodb:Query']),
    );
  });

  it('leaves placeholders for what the repository does not say', () => {
    const [trust, rds] = describeAccess(
      subject({
        environment: { name: 'dev', file: 'env/dev/env.yaml', label: 'dev' },
        issuer: undefined,
        access: { rds: { resourceId: 'db-ABC', username: 'mlflow' } },
      }),
    );

    expect(trust.policy.Statement[0]).toMatchObject({
      Principal: {
        Federated: 'arn:aws:iam::<account id>:oidc-provider/<oidc issuer>',
      },
      Condition: {
        StringEquals: {
          '<oidc issuer>:sub': 'system:serviceaccount:mlops:mlflow',
          '<oidc issuer>:aud': 'sts.amazonaws.com',
        },
      },
    });
    expect(rds.resources).toEqual([
      'arn:aws:rds-db:<region>:<account id>:dbuser:db-ABC/mlflow',
    ]);
  });

  it.each<[string, Partial<DeclaredWorkload>, string[]]>([
    ['the workload itself', { name: 'mlflow', access: subject().access }, []],
    [
      'the same bucket in another environment',
      {
        environment: 'prod',
        access: {
          s3: {
            bucketArns: ['arn:aws:s3:::models'],
            kmsKeyArns: [],
            readOnly: true,
          },
        },
      },
      ['s3'],
    ],
    [
      'a bucket whose name only begins alike',
      {
        access: {
          s3: {
            bucketArns: ['arn:aws:s3:::models-2'],
            kmsKeyArns: [],
            readOnly: true,
          },
        },
      },
      [],
    ],
    [
      'a wildcard written by hand',
      {
        access: {
          s3: {
            bucketArns: ['arn:aws:s3:::mod*/*'],
            kmsKeyArns: [],
            readOnly: true,
          },
        },
      },
      ['s3'],
    ],
    [
      'the same table',
      { access: { dynamodb: { tableArns: [TABLE], readOnly: true } } },
      ['dynamodb'],
    ],
    [
      'the same database as another user',
      { access: { rds: { resourceId: 'db-ABC', username: 'root' } } },
      ['rds'],
    ],
    [
      'a database of the same id in another account',
      {
        environment: 'prod',
        access: { rds: { resourceId: 'db-ABC', username: 'root' } },
      },
      [],
    ],
  ])('knows who else reaches it: %s', (_, change, kinds) => {
    const other = declared(change);
    const grants = describeAccess(
      subject({
        environments: [
          DEV,
          { ...DEV, name: 'prod', accountId: '210987654321' },
        ],
        declared: [other],
      }),
    ).filter(({ alsoReachableBy }) => alsoReachableBy.length > 0);

    expect(grants.map(({ kind }) => kind)).toEqual(kinds);
    expect(grants.flatMap(({ alsoReachableBy }) => alsoReachableBy)).toEqual(
      kinds.map(() => ({
        environment: other.environment,
        workload: other.name,
        file: other.file,
      })),
    );
  });
});

describe('matchesArn', () => {
  it.each([
    ['arn:aws:s3:::a', 'arn:aws:s3:::a', true],
    ['arn:aws:s3:::a', 'arn:aws:s3:::ab', false],
    ['*', 'arn:aws:s3:::a', true],
    ['arn:aws:s3:::a*c', 'arn:aws:s3:::abbc', true],
    ['arn:aws:s3:::a*c', 'arn:aws:s3:::abbd', false],
    ['arn:aws:s3:::a?', 'arn:aws:s3:::ab', true],
    ['arn:aws:s3:::a?', 'arn:aws:s3:::a', false],
    ['arn:aws:s3:::**', 'arn:aws:s3:::', true],
    [`${'*a'.repeat(500)}`, `${'a'.repeat(2000)}b`, false],
  ])('says of %s and %s: %j', (pattern, arn, matches) => {
    expect(matchesArn(pattern, arn)).toBe(matches);
  });
});
