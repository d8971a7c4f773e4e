import { quoteValue } from '@ml-platform/plugin-ml-platform-common';
import { allResources } from '../arnResources';
import { DeclaredWorkload } from '../../workload/DeclaredWorkload';
import { clusterNeighbours, nameOf, otherWorkloads } from '../others';
import { WorkloadRule, WorkloadRuleContext } from '../WorkloadRule';

const accountUnknown: WorkloadRule = {
  id: 'account-unknown',
  severity: 'info',
  kinds: ['workload'],
  title: "Said when the environment's account or region is not known",
  reason:
    'ARNs are compared with the account and the region that the variables of the environment name; a placeholder names none.',
  failing: { title: 'no account id', environment: { accountId: undefined } },
  passing: { title: 'account and region are known' },
  check: ({ environment }) => {
    const missing = [
      ...(environment.accountId ? [] : ['AWS account']),
      ...(environment.region ? [] : ['region']),
    ];
    return missing.length > 0
      ? [
          {
            file: environment.file,
            message: `The variables of ${
              environment.name
            } do not say its ${missing.join(
              ' and ',
            )}, so it was not checked whether the resources are there.`,
            fix: `Have ${missing.join(' and ')} written into ${
              environment.file
            }.`,
          },
        ]
      : [];
  },
};

const resourcesNotChecked: WorkloadRule = {
  id: 'resources-not-checked',
  severity: 'info',
  kinds: ['workload'],
  title: 'Said of resources that are declared elsewhere',
  reason:
    'A plan reads the repository, not AWS: whether buckets, keys, tables and databases exist is not checked, nor to which account a bucket belongs.',
  failing: {
    title: 'a bucket',
    request: { s3Access: { bucketArns: ['acme-models'] } },
  },
  passing: {
    title: 'no resource',
    request: { s3Access: undefined },
  },
  check: context => {
    const { rdsAccess } = context.workload.request;
    const names = [
      ...allResources(context).map(({ arn, input }) => arn ?? input),
      ...(rdsAccess ? [rdsAccess.resourceId] : []),
    ];
    return names.length > 0
      ? [
          {
            message: `Whether these exist was not checked: ${[
              ...new Set(names),
            ].join(', ')}.`,
            fix: 'Look them up in the account, or where they are declared.',
          },
        ]
      : [];
  },
};

const environmentNotChecked: WorkloadRule = {
  id: 'environment-not-checked',
  severity: 'info',
  kinds: ['workload'],
  title: 'Said of environments that could not be read',
  reason:
    'Service accounts, role names and shared resources are compared over all environments; one with a broken file is left out.',
  failing: {
    title: 'the list of prod has a syntax error',
    context: {
      unreadable: [
        {
          environment: 'prod',
          problem: 'env/prod/aws/irsa-ml-workloads/terragrunt.hcl:3:1: ...',
        },
      ],
    },
  },
  passing: { title: 'every environment can be read' },
  check: ({ unreadable }) =>
    unreadable.map(({ environment, problem }) => ({
      message: `The workloads of ${environment} were not compared with this one, because they could not be read: ${problem}`,
      fix: 'Correct the file; until then check by eye that names do not meet.',
    })),
};

const entriesNotChecked: WorkloadRule = {
  id: 'entries-not-checked',
  severity: 'info',
  kinds: ['workload'],
  title: 'Said of workloads whose values are expressions',
  reason:
    'Expressions are not evaluated, so a workload that names its service account or bucket by one cannot be compared.',
  failing: {
    title: 'a neighbour whose bucket is an expression',
    declared: [{ expressions: ['s3_access.bucket_arns[0]'] }],
  },
  passing: { title: 'neighbours with plain values', declared: [{}] },
  check: context => [
    ...incomparable(context).map(({ other, unknown }) => ({
      file: other.file,
      line: other.line,
      message: `The ${nameOf(
        other,
      )} could not be compared in full: ${unknown.join(', ')} ${
        unknown.length > 1 ? 'are expressions' : 'is an expression'
      }.`,
      fix: 'Check by eye that names do not meet and who shares a resource.',
    })),
    ...context.opaque.map(({ environment, file, line, source }) => ({
      file,
      line,
      message: `An entry of the workloads of ${environment} could not be compared: ${quoteValue(
        source,
      )} is not an object with a name.`,
      fix: 'Check by eye that names do not meet and who shares a resource.',
    })),
  ],
};

/** Other workloads with those of their expressions that would be compared. */
function incomparable(
  context: WorkloadRuleContext,
): { other: DeclaredWorkload; unknown: string[] }[] {
  const { access } = context.workload;
  const neighbours = new Set(clusterNeighbours(context));
  const everywhere = [
    ...(access.s3 ? ['s3_access', 's3_access.bucket_arns'] : []),
    ...(access.dynamodb
      ? ['dynamodb_access', 'dynamodb_access.table_arns']
      : []),
    ...(access.rds ? ['rds_access', 'rds_access.resource_id'] : []),
  ];
  const inCluster = ['namespace', 'service_account', 'create_namespace'];
  return otherWorkloads(context)
    .map(other => {
      const compared = neighbours.has(other)
        ? [...inCluster, ...everywhere]
        : everywhere;
      const unknown = other.expressions.filter(path =>
        compared.includes(path.replace(/\[\d+\]$/, '')),
      );
      return { other, unknown };
    })
    .filter(({ unknown }) => unknown.length > 0);
}

export const unknownRules: WorkloadRule[] = [
  accountUnknown,
  resourcesNotChecked,
  environmentNotChecked,
  entriesNotChecked,
];
