import {
  Arn,
  ArnInputKind,
  dynamodbTableNameRule,
  nameProblem,
  quoteValue,
} from '@ml-platform/plugin-ml-platform-common';
import {
  allResources,
  arnResources,
  bucketOf,
  EXPECTED,
  fittingResources,
  hasWildcard,
} from '../arnResources';
import { RuleFinding } from '../Rule';
import { WorkloadRule } from '../WorkloadRule';

const ARN_FORMAT =
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html';
const S3_RESOURCES =
  'https://docs.aws.amazon.com/AmazonS3/latest/userguide/security_iam_service-with-iam.html';
const LEAST_PRIVILEGE =
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege';

const arnService: WorkloadRule = {
  id: 'arn-service',
  severity: 'error',
  kinds: ['workload'],
  title: 'Each ARN is of the service its field asks for',
  reason:
    'A policy with the ARN of another kind of resource is accepted by AWS and grants nothing.',
  source: ARN_FORMAT,
  failing: {
    title: 'a queue where a bucket is asked for',
    request: {
      s3Access: { bucketArns: ['arn:aws:sqs:eu-west-2:123456789012:jobs'] },
    },
  },
  passing: {
    title: 'a bucket',
    request: { s3Access: { bucketArns: ['arn:aws:s3:::acme-models'] } },
  },
  check: context =>
    arnResources(context).flatMap(({ resource, arn }) => {
      const { service, thing, example } = EXPECTED[resource.kind];
      const problem =
        arn.service === service
          ? formProblem(resource.kind, arn)
          : `is an ARN of service ${quoteValue(arn.service)}`;
      return problem
        ? [
            {
              field: resource.field,
              message: `${quoteValue(
                resource.arn,
              )} ${problem}, where ${thing} is asked for.`,
              fix: `Give an ARN such as ${example}.`,
            },
          ]
        : [];
    }),
};

/** What is wrong with an ARN of the right service; wildcards are for another rule. */
function formProblem(kind: ArnInputKind, arn: Arn): string | undefined {
  if (kind === 's3-bucket') {
    return arn.region || arn.accountId
      ? 'names something with region or account, such as an access point'
      : undefined;
  }
  if (!arn.region || !arn.accountId) {
    return 'names no region or no account';
  }
  if (hasWildcard(arn.resource)) {
    return undefined;
  }
  if (kind === 'kms-key') {
    return /^(key|alias)\/.+$/.test(arn.resource) ? undefined : 'names no key';
  }
  const table = /^table\/([^/]+)$/.exec(arn.resource);
  return table && !nameProblem(dynamodbTableNameRule, table[1])
    ? undefined
    : 'names no table (indexes come with their table)';
}

const wildcardResource: WorkloadRule = {
  id: 'wildcard-resource',
  severity: 'error',
  kinds: ['workload'],
  title: 'No wildcard stands for resources',
  reason:
    '`*`, `arn:aws:s3:::*` and patterns of names grant access to resources that are not known yet, those of other teams included.',
  source: LEAST_PRIVILEGE,
  failing: {
    title: 'all buckets',
    request: { s3Access: { bucketArns: ['arn:aws:s3:::*'] } },
  },
  passing: {
    title: 'one bucket',
    request: { s3Access: { bucketArns: ['arn:aws:s3:::acme-models'] } },
  },
  check: context => [
    ...allResources(context)
      .filter(resource => resource.arn === '*')
      .map(resource => ({
        field: resource.field,
        message: `"*" grants access to everything of the account, where ${
          EXPECTED[resource.kind].thing
        } is asked for.`,
        fix: `Name each resource: ${EXPECTED[resource.kind].example}.`,
      })),
    ...arnResources(context)
      .filter(({ resource, arn }) => hasWildcardName(resource.kind, arn))
      .map(({ resource }) => ({
        field: resource.field,
        message: `${quoteValue(
          resource.arn,
        )} holds a wildcard, so it grants access to every resource whose name fits, also to those made later.`,
        fix: `Name each resource: ${EXPECTED[resource.kind].example}.`,
      })),
  ],
};

/** Behind a bucket's name a wildcard stands for objects: that is another rule's. */
function hasWildcardName(kind: ArnInputKind, arn: Arn): boolean {
  const name = kind === 's3-bucket' ? bucketOf(arn) : arn.resource;
  return [arn.partition, arn.service, arn.region, arn.accountId, name].some(
    hasWildcard,
  );
}

const objectArn: WorkloadRule = {
  id: 'object-arn',
  severity: 'error',
  kinds: ['workload'],
  title: 'Buckets are given as buckets, not as objects',
  reason:
    'The module grants listing on the bucket and the object actions on `<bucket>/*`; given the ARN of objects it would grant neither.',
  source: S3_RESOURCES,
  failing: {
    title: 'the objects below a prefix',
    request: { s3Access: { bucketArns: ['arn:aws:s3:::acme-models/v1/*'] } },
  },
  passing: {
    title: 'the bucket',
    request: { s3Access: { bucketArns: ['arn:aws:s3:::acme-models'] } },
  },
  check: context =>
    fittingResources(context)
      .filter(
        ({ resource, arn }) =>
          resource.kind === 's3-bucket' &&
          !arn.region &&
          !arn.accountId &&
          arn.resource.includes('/') &&
          !hasWildcard(bucketOf(arn)),
      )
      .map(({ resource, arn }) => ({
        field: resource.field,
        message: `${quoteValue(
          resource.arn,
        )} names objects of the bucket ${quoteValue(
          bucketOf(arn),
        )}, where the bucket is asked for${
          hasWildcard(arn.resource)
            ? '; the module itself adds /* for the objects'
            : ''
        }.`,
        fix: `Give arn:${arn.partition}:s3:::${bucketOf(
          arn,
        )}. Access is per bucket: if only a prefix may be reached, it needs a bucket of its own.`,
      })),
};

const prefixDropped: WorkloadRule = {
  id: 'prefix-dropped',
  severity: 'warning',
  kinds: ['workload'],
  title: 'Access is per bucket, not per prefix',
  reason:
    'The module grants whole buckets, so s3://bucket/prefix gives more access than it says.',
  source: S3_RESOURCES,
  failing: {
    title: 's3://acme-models/v1',
    request: { s3Access: { bucketArns: ['s3://acme-models/v1'] } },
  },
  passing: {
    title: 's3://acme-models',
    request: { s3Access: { bucketArns: ['s3://acme-models'] } },
  },
  check: context =>
    context.workload.buckets
      .filter(bucket => bucket.droppedPrefix !== undefined)
      .map(bucket => ({
        field: bucket.field,
        message: `${quoteValue(bucket.input)} ${bucket.explanation}.`,
        fix: `Give ${bucket.arn} if the whole bucket may be reached; else keep the data in a bucket of its own.`,
      })),
};

const repeatedArn: WorkloadRule = {
  id: 'arn-repeated',
  severity: 'warning',
  kinds: ['workload'],
  title: 'Each resource is named once',
  reason: 'A repeated ARN is written once; often another one was meant.',
  source: ARN_FORMAT,
  failing: {
    title: 'one bucket in two spellings',
    request: {
      s3Access: { bucketArns: ['arn:aws:s3:::acme-models', 'acme-models'] },
    },
  },
  passing: {
    title: 'two buckets',
    request: {
      s3Access: { bucketArns: ['arn:aws:s3:::acme-models', 'acme-data'] },
    },
  },
  check: context => {
    const first = new Map<string, string>();
    return allResources(context).flatMap((resource): RuleFinding[] => {
      if (resource.arn === undefined) {
        return [];
      }
      const list = resource.field.replace(/\[\d+\]$/, '');
      const key = `${list} ${resource.arn}`;
      const earlier = first.get(key);
      first.set(key, earlier ?? resource.field);
      return earlier
        ? [
            {
              field: resource.field,
              message: `${quoteValue(
                resource.arn,
              )} is named by ${earlier} already and is written once.`,
              fix: 'Remove one of them, or correct it if another was meant.',
            },
          ]
        : [];
    });
  },
};

export const arnFormRules: WorkloadRule[] = [
  arnService,
  wildcardResource,
  objectArn,
  prefixDropped,
  repeatedArn,
];
