import { Arn, quoteValue } from '@ml-platform/plugin-ml-platform-common';
import {
  allResources,
  ArnResource,
  arnResources,
  EXPECTED,
  fittingResources,
  hasWildcard,
} from '../arnResources';
import { WorkloadRule } from '../WorkloadRule';

const ARN_FORMAT =
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html';

const arnPartition: WorkloadRule = {
  id: 'arn-partition',
  severity: 'error',
  kinds: ['workload'],
  title: "Each ARN is of the region's partition",
  reason:
    'Partitions (aws, aws-cn, aws-us-gov) are separate: a role of one never reaches a resource of another.',
  source: ARN_FORMAT,
  failing: {
    title: 'a bucket of aws-cn in eu-west-2',
    request: { s3Access: { bucketArns: ['arn:aws-cn:s3:::acme-models'] } },
  },
  passing: {
    title: 'a bucket of aws-cn in cn-north-1',
    request: { s3Access: { bucketArns: ['arn:aws-cn:s3:::acme-models'] } },
    environment: { region: 'cn-north-1', partition: 'aws-cn' },
  },
  check: context => {
    const { partition, region, name } = context.environment;
    return arnResources(context)
      .filter(
        ({ arn }) =>
          partition !== undefined &&
          arn.partition !== partition &&
          !hasWildcard(arn.partition),
      )
      .map(({ resource, arn }) => ({
        field: resource.field,
        message: `${quoteValue(resource.arn)} is of partition ${
          arn.partition
        }, and environment ${name} is in ${region}, which is of ${partition}.`,
        fix: `Give an ARN that begins with arn:${partition}:.`,
      }));
  },
};

const otherAccount: WorkloadRule = {
  id: 'arn-other-account',
  severity: 'warning',
  kinds: ['workload'],
  title: "Resources are of the environment's account",
  reason:
    'A policy of the role is not enough across accounts: the resource itself (key policy, table policy) must let the role in as well. The ARN of a bucket does not say its account.',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies-cross-account-resource-access.html',
  failing: {
    title: 'a table of another account',
    request: {
      dynamodbAccess: {
        tableArns: ['arn:aws:dynamodb:eu-west-2:210987654321:table/features'],
      },
    },
  },
  passing: {
    title: 'a table of the same account',
    request: {
      dynamodbAccess: {
        tableArns: ['arn:aws:dynamodb:eu-west-2:123456789012:table/features'],
      },
    },
  },
  check: context => {
    const { accountId, name } = context.environment;
    return elsewhere(context, accountId, arn => arn.accountId).map(
      ({ resource, arn }) => ({
        field: resource.field,
        message: `${quoteValue(resource.arn)} is of account ${
          arn.accountId
        }, and environment ${name} is in ${accountId}.`,
        fix: `Check the account. If it is meant, the resource's own policy there must allow the role ${context.workload.roleName} of ${accountId}.`,
      }),
    );
  },
};

const otherRegion: WorkloadRule = {
  id: 'arn-other-region',
  severity: 'warning',
  kinds: ['workload'],
  title: "Resources are in the environment's region",
  reason:
    'Access across regions works, at the price of traffic and latency; more often a wrong region is a slip.',
  source: ARN_FORMAT,
  failing: {
    title: 'a table in us-east-1 for an environment in eu-west-2',
    request: {
      dynamodbAccess: {
        tableArns: ['arn:aws:dynamodb:us-east-1:123456789012:table/features'],
      },
    },
  },
  passing: {
    title: 'a table in eu-west-2',
    request: {
      dynamodbAccess: {
        tableArns: ['arn:aws:dynamodb:eu-west-2:123456789012:table/features'],
      },
    },
  },
  check: context => {
    const { region, name } = context.environment;
    return elsewhere(context, region, arn => arn.region).map(
      ({ resource, arn }) => ({
        field: resource.field,
        message: `${quoteValue(resource.arn)} is in ${
          arn.region
        }, and environment ${name} is in ${region}.`,
        fix: `Check the region; if ${arn.region} is meant, nothing is to be done.`,
      }),
    );
  },
};

/** Resources whose account or region is said and is not the environment's. */
function elsewhere(
  context: Parameters<WorkloadRule['check']>[0],
  here: string | undefined,
  placeOf: (arn: Arn) => string,
): ArnResource[] {
  return fittingResources(context).filter(({ arn }) => {
    const place = placeOf(arn);
    return (
      here !== undefined &&
      place !== '' &&
      place !== here &&
      !hasWildcard(place)
    );
  });
}

const nameNeedsPlace: WorkloadRule = {
  id: 'name-needs-account',
  severity: 'error',
  kinds: ['workload'],
  title: 'A name becomes an ARN where account and region are known',
  reason:
    "The ARN of a table or key holds region and account; when the environment's variables do not say them they are not guessed.",
  source: ARN_FORMAT,
  failing: {
    title: 'the name of a table where the account is unknown',
    request: { dynamodbAccess: { tableArns: ['features'] } },
    environment: { accountId: undefined },
  },
  passing: {
    title: 'the name of a table where account and region are known',
    request: { dynamodbAccess: { tableArns: ['features'] } },
  },
  check: context =>
    allResources(context)
      .filter(resource => resource.arn === undefined)
      .map(resource => ({
        field: resource.field,
        file: context.environment.file,
        message: `${quoteValue(resource.input)} ${resource.explanation}.`,
        fix: `Give the whole ARN, such as ${
          EXPECTED[resource.kind].example
        }, or have region and account written into ${
          context.environment.file
        }.`,
      })),
};

export const arnPlaceRules: WorkloadRule[] = [
  arnPartition,
  otherAccount,
  otherRegion,
  nameNeedsPlace,
];
