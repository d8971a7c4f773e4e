import { quoteValue } from '@ml-platform/plugin-ml-platform-common';
import { RemovalRule } from '../RemovalRule';

const FOR_EACH =
  'https://developer.hashicorp.com/terraform/language/meta-arguments/for_each';

const notFound: RemovalRule = {
  id: 'removal-not-found',
  severity: 'warning',
  kinds: ['removal'],
  title: 'Said when there is nothing to remove',
  reason:
    'What is not declared is gone already, or has another name; no pull request is opened.',
  source: FOR_EACH,
  failing: {
    title: 'a workload that dev does not have',
    request: { name: 'mlfow' },
    context: { found: [] },
  },
  passing: { title: 'a workload that dev has', request: { name: 'mlflow' } },
  check: ({ request, found, names, file, opaque }) =>
    found.length > 0 || isPlace(request.kind)
      ? []
      : [
          {
            field: 'name',
            file,
            message: `${request.environment} declares no ${
              request.kind
            } ${quoteValue(request.name)}${
              opaque.length > 0
                ? `, unless ${opaque[0].source} (line ${
                    opaque[0].line ?? '?'
                  }) stands for it`
                : ''
            }.`,
            fix:
              names.length > 0
                ? `It is removed already, or has another name. There are: ${names.join(
                    ', ',
                  )}.`
                : `It is removed already: ${request.environment} declares no ${request.kind}.`,
          },
        ],
};

const declaredTwice: RemovalRule = {
  id: 'removal-ambiguous',
  severity: 'error',
  kinds: ['removal'],
  title: 'What is removed is declared once',
  reason: 'Of two entries with one name it cannot be known which one is meant.',
  source: FOR_EACH,
  failing: {
    title: 'mlflow twice in the list',
    context: {
      found: [
        { file: 'env/dev/aws/irsa-ml-workloads/terragrunt.hcl', line: 12 },
        { file: 'env/dev/aws/irsa-ml-workloads/terragrunt.hcl', line: 30 },
      ],
    },
  },
  passing: { title: 'mlflow once in the list' },
  check: ({ request, found }) =>
    found.slice(1).map(({ file, line }) => ({
      field: 'name',
      file,
      line,
      message: `${request.kind} ${request.name} is declared ${
        found.length
      } times in ${request.environment} (lines ${found
        .map(place => place.line ?? '?')
        .join(', ')}).`,
      fix: 'Take out by hand the entry that is too many, then try again.',
    })),
};

const sharedEntry: RemovalRule = {
  id: 'removal-shared-entry',
  severity: 'error',
  kinds: ['removal'],
  title: 'An entry that several environments read is not removed for one',
  reason:
    'The list stands in a file which further environments read; taking the entry out would remove it there as well.',
  source:
    'https://developer.hashicorp.com/terraform/language/functions/yamldecode',
  failing: {
    title: 'a list that prod reads too',
    context: { sharedWith: ['prod'] },
  },
  passing: { title: 'a list of dev alone' },
  check: ({ request, found, sharedWith }) =>
    sharedWith.length > 0
      ? [
          {
            field: 'environment',
            ...found[0],
            message: `The entry of ${request.name} belongs to ${sharedWith.join(
              ', ',
            )} as well, which read the same file.`,
            fix: `Move the entries that not all of them need into the unit of each environment first.`,
          },
        ]
      : [],
};

const notEmpty: RemovalRule = {
  id: 'removal-not-empty',
  severity: 'error',
  kinds: ['removal'],
  title: 'A cluster or an environment goes last',
  reason:
    'What is declared in it would lose its state and its cluster while it still runs in AWS.',
  source: 'https://developer.hashicorp.com/terraform/cli/commands/destroy',
  failing: {
    title: 'an environment with a workload',
    request: { kind: 'environment', name: 'dev' },
    context: { first: ['workload mlflow', 'unit env/dev/aws/eks'] },
  },
  passing: {
    title: 'an environment without units',
    request: { kind: 'environment', name: 'dev' },
  },
  check: ({ request, first }) =>
    first.length > 0 && isPlace(request.kind)
      ? [
          {
            field: 'kind',
            message: `The ${request.kind} ${request.name} is not empty.`,
            fix: `Remove first, in this order: ${first
              .map((step, index) => `${index + 1}. ${step}`)
              .join('; ')}.`,
          },
        ]
      : [],
};

const destroyedBefore: RemovalRule = {
  id: 'removal-destroy-first',
  severity: 'warning',
  kinds: ['removal'],
  title: 'What a whole unit made is destroyed before the merge',
  reason:
    'A unit that is taken out of the code is not destroyed by that: Terraform no longer knows it, and it stays in AWS and on the bill.',
  source: 'https://developer.hashicorp.com/terraform/cli/commands/destroy',
  failing: {
    title: 'an empty cluster',
    request: { kind: 'cluster', name: 'dev' },
  },
  passing: { title: 'an entry of a list' },
  check: ({ request, first, found }) =>
    (isPlace(request.kind) || request.kind === 'tool') &&
    first.length === 0 &&
    found.length > 0
      ? [
          {
            message: `Merging does not destroy the ${request.kind} ${request.name}: its code goes, what it made stays.`,
            fix: 'Run terragrunt destroy in its folder before the merge, or let a pipeline do it that destroys what left the code (such as that of the template ml-platform-repository, after an approval).',
          },
        ]
      : [],
};

function isPlace(kind: string): boolean {
  return kind === 'cluster' || kind === 'environment';
}

export const subjectRules: RemovalRule[] = [
  notFound,
  declaredTwice,
  sharedEntry,
  notEmpty,
  destroyedBefore,
];
