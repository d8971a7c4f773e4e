import { quoteValue } from '@ml-platform/plugin-ml-platform-common';
import { accountNeighbours, otherProfiles } from '../account';
import { ProfileRule } from '../ProfileRule';

const expressionKept: ProfileRule = {
  id: 'profile-expression-kept',
  severity: 'warning',
  kinds: ['profile'],
  title: 'Said when an expression of a profile stays',
  reason:
    'What an expression stands for is not known, so it is not overwritten; it may say something else than was asked for.',
  source: 'https://developer.hashicorp.com/terraform/language/expressions',
  failing: {
    title: 'email = local.emails.dana',
    existing: { expressions: ['email'] },
    context: {
      edit: {
        mapCreated: false,
        keptExpressions: [
          { attribute: 'email', source: 'local.emails.dana', line: 14 },
        ],
      },
    },
  },
  passing: { title: 'plain values', existing: {} },
  check: ({ edit, existing, profilesFile }) =>
    edit.keptExpressions.map(({ attribute, source, line }) => ({
      file: existing?.file ?? profilesFile,
      line,
      message: `${attribute} stays the expression ${quoteValue(source)}.`,
      fix: 'Check what it stands for; write the value in its place if it is another one.',
    })),
};

const mapCreated: ProfileRule = {
  id: 'profile-map-created',
  severity: 'info',
  kinds: ['profile'],
  title: 'Said when the map of profiles is made',
  reason:
    'The file had none yet. If the profiles stand elsewhere, the layout of the repository should name that place.',
  failing: {
    title: 'a file without the attribute',
    context: { edit: { mapCreated: true, keptExpressions: [] } },
  },
  passing: { title: 'a file with the map' },
  check: ({ edit, profilesFile }) =>
    edit.mapCreated
      ? [
          {
            file: profilesFile,
            message: `${profilesFile} had no profiles; they are added.`,
            fix: 'If they stand in another file, set mlPlatform.repositories[].layout.profiles.',
          },
        ]
      : [],
};

const accountUnknown: ProfileRule = {
  id: 'profile-account-unknown',
  severity: 'info',
  kinds: ['profile'],
  title: "Said when the environment's AWS account is not known",
  reason:
    'IAM names are unique in an account. Without the account in the variables of the environment, profiles of other environments are not compared.',
  failing: { title: 'no account id', environment: { accountId: undefined } },
  passing: { title: 'the account is known' },
  check: ({ environment }) =>
    environment.accountId === undefined
      ? [
          {
            file: environment.file,
            message: `The variables of ${environment.name} do not say its AWS account, so its profiles were not compared with those of other environments.`,
            fix: `Have the AWS account written into ${environment.file}.`,
          },
        ]
      : [],
};

const notChecked: ProfileRule = {
  id: 'profile-environment-not-checked',
  severity: 'info',
  kinds: ['profile'],
  title: 'Said of environments whose profiles could not be read',
  reason:
    'IAM names are compared over all environments of an account; one with a broken file is left out.',
  failing: {
    title: 'the profiles of test have a syntax error',
    context: {
      unreadable: [
        {
          environment: 'test',
          problem: 'env/test/aws/user-profiles/terragrunt.hcl:3:1: ...',
        },
      ],
    },
  },
  passing: { title: 'every environment can be read' },
  check: ({ unreadable }) =>
    unreadable.map(({ environment, problem }) => ({
      message: `The profiles of ${environment} were not compared with this one, because they could not be read: ${problem}`,
      fix: 'Correct the file; until then check by eye that names do not meet.',
    })),
};

const entriesNotChecked: ProfileRule = {
  id: 'profile-entries-not-checked',
  severity: 'info',
  kinds: ['profile'],
  title: 'Said of profiles whose names are expressions',
  reason:
    'Expressions are not evaluated, so a profile whose username is one cannot be compared.',
  failing: {
    title: 'a neighbour whose username is an expression',
    declared: [{ key: 'piotr', username: 'piotr', expressions: ['username'] }],
  },
  passing: { title: 'neighbours with plain values', declared: [{}] },
  check: context => {
    const account = [context.environment.name, ...accountNeighbours(context)];
    return [
      ...otherProfiles(context)
        .filter(({ expressions }) => expressions.includes('username'))
        .map(({ file, line, key }) => ({
          file,
          line,
          message: `The profile ${quoteValue(
            key,
          )} could not be compared: its username is an expression.`,
          fix: 'Check by eye that names do not meet.',
        })),
      ...context.opaque
        .filter(
          other =>
            account.includes(other.environment) &&
            other.key !== context.request.username,
        )
        .map(({ environment, file, line, source }) => ({
          file,
          line,
          message: `A profile of ${environment} could not be compared: ${quoteValue(
            source,
          )} is not an object with a username.`,
          fix: 'Check by eye that names do not meet.',
        })),
    ];
  },
};

const secretNotChecked: ProfileRule = {
  id: 'profile-aws-not-checked',
  severity: 'info',
  kinds: ['profile'],
  title: 'Said of names that may be taken in AWS',
  reason:
    'A plan reads the repository, not AWS: an IAM user, role or secret that was made by hand is not seen.',
  failing: { title: 'a new profile' },
  passing: { title: 'a change of a profile', existing: {} },
  check: ({ existing, names }) =>
    existing
      ? []
      : [
          {
            field: 'username',
            message: `Whether the IAM user ${names.user}, the IAM role ${names.role} or the secret ${names.secret} was made by other means was not checked.`,
            fix: 'If one was, import it before the change is applied.',
          },
        ],
};

export const unknownRules: ProfileRule[] = [
  expressionKept,
  mapCreated,
  accountUnknown,
  secretNotChecked,
  notChecked,
  entriesNotChecked,
];
