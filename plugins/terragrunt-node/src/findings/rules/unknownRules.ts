import { quoteValue } from '@ml-platform/plugin-ml-platform-common';
import { allResources } from '../arnResources';
import { Rule } from '../Rule';

const POLICY_LIMIT = 6144;

const accountUnknown: Rule = {
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

const resourcesNotChecked: Rule = {
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

const environmentNotChecked: Rule = {
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

const entriesNotChecked: Rule = {
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
  check: ({ declared, opaque }) => [
    ...declared
      .filter(({ expressions }) => expressions.some(isCompared))
      .map(({ name, environment, expressions, file, line }) => ({
        file,
        line,
        message: `Workload ${name} of ${environment} could not be compared in full: ${expressions
          .filter(isCompared)
          .join(', ')} ${
          expressions.length > 1 ? 'are expressions' : 'is an expression'
        }.`,
        fix: 'Check by eye that names do not meet and who shares a resource.',
      })),
    ...opaque.map(({ environment, file, line, source }) => ({
      file,
      line,
      message: `An entry of the workloads of ${environment} could not be compared: ${quoteValue(
        source,
      )} is not an object with a name.`,
      fix: 'Check by eye that names do not meet and who shares a resource.',
    })),
  ],
};

function isCompared(path: string): boolean {
  return /^(name$|namespace$|service_account$|create_namespace$|(s3|dynamodb|rds)_access)/.test(
    path,
  );
}

const listCreated: Rule = {
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

const expressionReplaced: Rule = {
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
      message: `${attribute} was the expression ${quoteValue(
        source,
      )} and becomes the value that was asked for.`,
      fix: 'Put the expression back in the pull request if it gives the same value.',
    })),
};

const expressionKept: Rule = {
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
      message: `${attribute} stays the expression ${quoteValue(
        source,
      )}; the access it grants is not listed here.`,
      fix: 'Check what it stands for; take it out in the pull request if it is no longer wanted.',
    })),
};

const ownerUnknown: Rule = {
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

const policySize: Rule = {
  id: 'policy-size',
  severity: 'error',
  kinds: ['workload'],
  title: 'Each policy fits into what IAM allows',
  reason: `A managed policy holds ${POLICY_LIMIT} characters, white space not counted.`,
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html#reference_iam-quotas-entity-length',
  failing: {
    title: 'a policy with 200 buckets',
    context: {
      policies: [
        {
          policyName: 'dev-ranker-irsa-s3',
          policy: {
            Version: '2012-10-17',
            Statement: [
              {
                Effect: 'Allow',
                Action: 's3:GetObject',
                Resource: Array.from(
                  { length: 200 },
                  (_, index) => `arn:aws:s3:::acme-models-of-team-${index}/*`,
                ),
              },
            ],
          },
        },
      ],
    },
  },
  passing: { title: 'a policy with one bucket' },
  check: ({ policies }) =>
    policies.flatMap(({ policyName, policy }) => {
      const size = JSON.stringify(policy).replace(/\s/g, '').length;
      return size > POLICY_LIMIT
        ? [
            {
              message: `The policy ${policyName} would have ${size} characters; IAM allows ${POLICY_LIMIT}.`,
              fix: 'Name fewer resources, or share the work between two workloads.',
            },
          ]
        : [];
    }),
};

export const unknownRules: Rule[] = [
  accountUnknown,
  resourcesNotChecked,
  environmentNotChecked,
  entriesNotChecked,
  listCreated,
  expressionReplaced,
  expressionKept,
  ownerUnknown,
  policySize,
];
