import {
  bucketNameRule,
  kmsKeyIdRule,
  nameProblem,
  quoteValue,
  rdsResourceIdRule,
} from '@ml-platform/plugin-ml-platform-common';
import { bucketOf, fittingResources, hasWildcard } from '../arnResources';
import { WorkloadRule, WorkloadRuleContext } from '../WorkloadRule';

const KMS_IN_POLICIES =
  'https://docs.aws.amazon.com/kms/latest/developerguide/cmks-in-iam-policies.html';

const KEY = 'arn:aws:kms:eu-west-2:123456789012:';
const KEY_ID = '1234abcd-12ab-34cd-56ef-1234567890ab';

const bucketName: WorkloadRule = {
  id: 'bucket-name',
  severity: 'warning',
  kinds: ['workload'],
  title: 'Buckets have names that S3 gives out',
  reason:
    'A bucket cannot be made with another name; only very old buckets in us-east-1 have one.',
  source: bucketNameRule.source,
  failing: {
    title: 'upper-case letters',
    request: { s3Access: { bucketArns: ['arn:aws:s3:::Acme_Models'] } },
  },
  passing: {
    title: 'lower-case letters and a dash',
    request: { s3Access: { bucketArns: ['arn:aws:s3:::acme-models'] } },
  },
  check: context =>
    fittingResources(context).flatMap(({ resource, arn }) => {
      const bucket = bucketOf(arn);
      const problem =
        resource.kind === 's3-bucket' &&
        !arn.region &&
        !arn.accountId &&
        !hasWildcard(bucket)
          ? nameProblem(bucketNameRule, bucket)
          : undefined;
      return problem
        ? [
            {
              field: resource.field,
              message: `${quoteValue(
                bucket,
              )} does not look like the name of a bucket: it ${problem}.`,
              fix: 'Check the name (aws s3 ls).',
            },
          ]
        : [];
    }),
};

const kmsKeyId: WorkloadRule = {
  id: 'kms-key-id',
  severity: 'warning',
  kinds: ['workload'],
  title: 'KMS keys are named by their id',
  reason:
    'The ARN of a key ends in a UUID, or in mrk- and 32 hex digits for a key of several regions. With anything else the policy is accepted and grants nothing.',
  source: kmsKeyIdRule.source,
  failing: {
    title: 'key/abc-123',
    request: {
      s3Access: {
        bucketArns: ['acme-models'],
        kmsKeyArns: [`${KEY}key/abc-123`],
      },
    },
  },
  passing: {
    title: 'a UUID',
    request: {
      s3Access: {
        bucketArns: ['acme-models'],
        kmsKeyArns: [`${KEY}key/${KEY_ID}`],
      },
    },
  },
  check: context =>
    keysOf(context)
      .filter(
        ({ arn }) =>
          arn.resource.startsWith('key/') &&
          nameProblem(kmsKeyIdRule, arn.resource.slice('key/'.length)),
      )
      .map(({ resource, arn }) => ({
        field: resource.field,
        message: `${quoteValue(
          arn.resource,
        )} does not look like the id of a KMS key.`,
        fix: 'Look the id up: aws kms list-aliases --query "Aliases[].[AliasName,TargetKeyId]" --output text',
      })),
};

const kmsAlias: WorkloadRule = {
  id: 'kms-alias',
  severity: 'warning',
  kinds: ['workload'],
  title: 'KMS keys are not named by an alias',
  reason:
    'IAM matches the use of a key with the ARN of the key. A policy with the ARN of an alias is accepted and grants nothing.',
  source: KMS_IN_POLICIES,
  failing: {
    title: 'alias/models',
    request: {
      s3Access: {
        bucketArns: ['acme-models'],
        kmsKeyArns: [`${KEY}alias/models`],
      },
    },
  },
  passing: {
    title: 'the key behind it',
    request: {
      s3Access: {
        bucketArns: ['acme-models'],
        kmsKeyArns: [`${KEY}key/${KEY_ID}`],
      },
    },
  },
  check: context =>
    keysOf(context)
      .filter(({ arn }) => arn.resource.startsWith('alias/'))
      .map(({ resource, arn }) => ({
        field: resource.field,
        message: `${quoteValue(
          arn.resource,
        )} is an alias; a policy that names it grants nothing.`,
        fix: `Give the ARN of its key: aws kms describe-key --region ${arn.region} --key-id ${arn.resource} --query KeyMetadata.Arn --output text`,
      })),
};

function keysOf(context: WorkloadRuleContext) {
  return fittingResources(context).filter(
    ({ resource, arn }) =>
      resource.kind === 'kms-key' && !hasWildcard(arn.resource),
  );
}

const rdsResourceArn: WorkloadRule = {
  id: 'rds-resource-arn',
  severity: 'error',
  kinds: ['workload'],
  title: 'A database is named by its resource id alone',
  reason:
    'The module puts the id into an ARN of service rds-db; an ARN in its place makes a policy that grants nothing.',
  source: rdsResourceIdRule.source,
  failing: {
    title: 'the ARN of an instance',
    request: {
      rdsAccess: {
        resourceId: 'arn:aws:rds:eu-west-2:123456789012:db:tracking',
        username: 'ranker',
      },
    },
  },
  passing: {
    title: 'its resource id',
    request: {
      rdsAccess: {
        resourceId: 'db-ABCDEFGHIJKL01234567890123',
        username: 'ranker',
      },
    },
  },
  check: ({ workload }) => {
    const id = workload.request.rdsAccess?.resourceId;
    if (id === undefined || !/[:/]/.test(id)) {
      return [];
    }
    const inside = /dbuser:([A-Za-z0-9-]+)/.exec(id)?.[1];
    return [
      {
        field: 'rdsAccess.resourceId',
        message: `${quoteValue(id)} is not the resource id of a database.`,
        fix: inside
          ? `Give ${inside}.`
          : resourceIdCommand(id.split(/[:/]/).filter(Boolean).pop() ?? ''),
      },
    ];
  },
};

const rdsResourceId: WorkloadRule = {
  id: 'rds-resource-id',
  severity: 'warning',
  kinds: ['workload'],
  title: 'A database is named by its resource id, not by its name',
  reason:
    'IAM sign-in goes by the resource id (db-..., cluster-..., prx-...), which stays when a database is renamed. With the name of the database the policy is accepted and grants nothing.',
  source: rdsResourceIdRule.source,
  failing: {
    title: 'the name of an instance',
    request: { rdsAccess: { resourceId: 'tracking', username: 'ranker' } },
  },
  passing: {
    title: 'its resource id',
    request: {
      rdsAccess: {
        resourceId: 'db-ABCDEFGHIJKL01234567890123',
        username: 'ranker',
      },
    },
  },
  check: ({ workload }) => {
    const id = workload.request.rdsAccess?.resourceId;
    return id !== undefined &&
      !/[:/*?]/.test(id) &&
      nameProblem(rdsResourceIdRule, id)
      ? [
          {
            field: 'rdsAccess.resourceId',
            message: `${quoteValue(
              id,
            )} does not look like the resource id of a database (db-...), an Aurora cluster (cluster-...) or a proxy (prx-...).`,
            fix: resourceIdCommand(id.split('.')[0]),
          },
        ]
      : [];
  },
};

function resourceIdCommand(name: string): string {
  return (
    `Look it up: aws rds describe-db-instances --db-instance-identifier ${name} --query "DBInstances[0].DbiResourceId" --output text, ` +
    `or for Aurora: aws rds describe-db-clusters --db-cluster-identifier ${name} --query "DBClusters[0].DbClusterResourceId" --output text`
  );
}

const rdsWildcard: WorkloadRule = {
  id: 'rds-wildcard',
  severity: 'error',
  kinds: ['workload'],
  title: 'No wildcard stands for databases or database users',
  reason:
    'With a wildcard for the user the workload may sign in as the administrator of the database.',
  source: rdsResourceIdRule.source,
  failing: {
    title: 'every user',
    request: {
      rdsAccess: {
        resourceId: 'db-ABCDEFGHIJKL01234567890123',
        username: '*',
      },
    },
  },
  passing: {
    title: 'one user',
    request: {
      rdsAccess: {
        resourceId: 'db-ABCDEFGHIJKL01234567890123',
        username: 'ranker',
      },
    },
  },
  check: ({ workload }) => {
    const { rdsAccess } = workload.request;
    return (['resourceId', 'username'] as const)
      .filter(field => hasWildcard(rdsAccess?.[field] ?? ''))
      .map(field => ({
        field: `rdsAccess.${field}`,
        message: `${quoteValue(rdsAccess?.[field])} holds a wildcard.`,
        fix: 'Name one database and one user.',
      }));
  },
};

export const identifierRules: WorkloadRule[] = [
  bucketName,
  kmsKeyId,
  kmsAlias,
  rdsResourceArn,
  rdsResourceId,
  rdsWildcard,
];
