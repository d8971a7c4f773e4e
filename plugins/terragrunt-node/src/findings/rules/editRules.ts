import { quoteValue } from '@ml-platform/plugin-ml-platform-common';
import { WorkloadRule } from '../WorkloadRule';

const INLINE_LIMIT = 10240;

const listCreated: WorkloadRule = {
  id: 'list-created',
  severity: 'info',
  kinds: ['workload'],
  title: 'Said when the list of workloads is made',
  reason:
    'The file had no list yet. If the list stands elsewhere, the layout of the repository should name that place.',
  failing: {
    title: 'a file without the attribute',
    context: {
      edit: {
        listCreated: true,
        replacedExpressions: [],
        keptExpressions: [],
      },
    },
  },
  passing: { title: 'a file with the list' },
  check: ({ edit, workloadsFile }) =>
    edit.listCreated
      ? [
          {
            file: workloadsFile,
            message: `${workloadsFile} had no list of workloads; it is added.`,
            fix: 'If the list stands in another file, set mlPlatform.repositories[].layout.workloads.',
          },
        ]
      : [],
};

const expressionReplaced: WorkloadRule = {
  id: 'expression-replaced',
  severity: 'warning',
  kinds: ['workload'],
  title: 'Said when an expression gives way to a value',
  reason:
    'An expression cannot be compared with what is asked for, so the value that was asked for takes its place.',
  failing: {
    title: 'namespace = local.namespace',
    existing: {},
    context: {
      edit: {
        listCreated: false,
        replacedExpressions: [
          { attribute: 'namespace', source: 'local.namespace', line: 14 },
        ],
        keptExpressions: [],
      },
    },
  },
  passing: { title: 'plain values', existing: {} },
  check: ({ edit, existing, workloadsFile }) =>
    edit.replacedExpressions.map(({ attribute, source, line }) => ({
      file: existing?.file ?? workloadsFile,
      line,
      message: `${attribute} was the expression ${expressionText(
        source,
      )} and becomes the value that was asked for.`,
      fix: 'Put the expression back in the pull request if it gives the same value.',
    })),
};

const expressionKept: WorkloadRule = {
  id: 'expression-kept',
  severity: 'warning',
  kinds: ['workload'],
  title: 'Said when an expression stays beside what was asked for',
  reason:
    'An expression in a list of ARNs is kept, because what it stands for is not known; it may grant more than was asked for.',
  failing: {
    title: 'a bucket from a dependency',
    existing: {},
    context: {
      edit: {
        listCreated: false,
        replacedExpressions: [],
        keptExpressions: [
          {
            attribute: 's3_access.bucket_arns[0]',
            source: 'dependency.bucket.outputs.arn',
            line: 18,
          },
        ],
      },
    },
  },
  passing: { title: 'plain values', existing: {} },
  check: ({ edit, existing, workloadsFile }) =>
    edit.keptExpressions.map(({ attribute, source, line }) => ({
      file: existing?.file ?? workloadsFile,
      line,
      message: `${attribute} stays the expression ${expressionText(
        source,
      )}; the access it grants is not listed here.`,
      fix: 'Check what it stands for; take it out in the pull request if it is no longer wanted.',
    })),
};

const ownerUnknown: WorkloadRule = {
  id: 'owner-unknown',
  severity: 'info',
  kinds: ['workload'],
  title: 'Said when the workload has no owner',
  reason:
    'Neither the request nor the requester names an owner, so the catalog shows the owner as unknown.',
  source:
    'https://backstage.io/docs/features/software-catalog/descriptor-format#specowner-required',
  failing: { title: 'no owner', context: { owner: undefined } },
  passing: { title: 'an owner' },
  check: ({ owner }) =>
    owner === undefined
      ? [
          {
            field: 'owner',
            message: 'Nobody is named as the owner of the workload.',
            fix: 'Choose the team that answers for it.',
          },
        ]
      : [],
};

const policySize: WorkloadRule = {
  id: 'policy-size',
  severity: 'error',
  kinds: ['workload'],
  title: 'The policies of the role fit into what IAM allows',
  reason: `The inline policies of a role hold ${INLINE_LIMIT} characters together, white space not counted.`,
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html#reference_iam-quotas-entity-length',
  failing: {
    title: 'two policies, each with 150 resources',
    context: {
      policies: ['s3', 'dynamodb'].map(kind => ({
        policyName: `dev-ranker-irsa-${kind}`,
        policy: {
          Version: '2012-10-17',
          Statement: [
            {
              Effect: 'Allow',
              Action: 's3:GetObject',
              Resource: Array.from(
                { length: 150 },
                (_, index) => `arn:aws:s3:::acme-models-of-team-${index}/*`,
              ),
            },
          ],
        },
      })),
    },
  },
  passing: { title: 'a policy with one bucket' },
  check: ({ policies }) => {
    const sizes = policies.map(
      ({ policy }) => JSON.stringify(policy).replace(/\s/g, '').length,
    );
    const size = sizes.reduce((sum, one) => sum + one, 0);
    return size > INLINE_LIMIT
      ? [
          {
            message: `The policies ${policies
              .map(({ policyName }, index) => `${policyName} (${sizes[index]})`)
              .join(
                ', ',
              )} would have ${size} characters together; IAM allows ${INLINE_LIMIT}.`,
            fix: 'Name fewer resources, or share the work between two workloads.',
          },
        ]
      : [];
  },
};

/** A template string brings its own quotes. */
function expressionText(source: string): string {
  return quoteValue(source.replace(/^"([\s\S]*)"$/, '$1'));
}

export const editRules: WorkloadRule[] = [
  policySize,
  listCreated,
  expressionReplaced,
  expressionKept,
  ownerUnknown,
];
