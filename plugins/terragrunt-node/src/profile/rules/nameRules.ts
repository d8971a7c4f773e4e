import {
  iamRoleNameRule,
  nameProblem,
  profileIamNames,
  profileUsernameRule,
  quoteValue,
} from '@ml-platform/plugin-ml-platform-common';
import { accountNeighbours, accountProfiles, otherProfiles } from '../account';
import { ProfileRule } from '../ProfileRule';

const SECRET_NAMES =
  'https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html';

const username: ProfileRule = {
  id: 'profile-username',
  severity: 'error',
  kinds: ['profile'],
  title: 'The username is first.last',
  reason:
    'The module cuts the name at its dot, and names the IAM user, the IAM role and the secret by its parts. The form refuses another name as well.',
  source: profileUsernameRule.source,
  failing: { title: 'no dot', request: { username: 'dana' } },
  passing: { title: 'first.last', request: { username: 'dana.okafor' } },
  check: ({ request }) => {
    const problem = nameProblem(profileUsernameRule, request.username);
    return problem
      ? [
          {
            field: 'username',
            message: `The username ${quoteValue(request.username)} ${problem}.`,
            fix: 'Write the name as first.last, such as dana.okafor.',
          },
        ]
      : [];
  },
};

const iamNameLength: ProfileRule = {
  id: 'profile-iam-name-length',
  severity: 'error',
  kinds: ['profile'],
  title: 'The name of the IAM role is one IAM allows',
  reason:
    'The role is named `mlplatform-access-<first>-<last>`; IAM allows 64 characters. It is refused and not cut, because a cut name could meet another one.',
  source: iamRoleNameRule.source,
  failing: {
    title: 'a username of 47 characters',
    request: { username: `dana.${'o'.repeat(42)}` },
  },
  passing: {
    title: 'a username of 46 characters',
    request: { username: `dana.${'o'.repeat(41)}` },
  },
  check: ({ names, request }) => {
    const problem = nameProblem(iamRoleNameRule, names.role);
    const room =
      iamRoleNameRule.maxLength - (names.role.length - names.user.length);
    return problem
      ? [
          {
            field: 'username',
            message: `The IAM role of ${quoteValue(
              request.username,
            )} would be named ${quoteValue(names.role)}, which ${problem}.`,
            fix: `Choose a username of at most ${room} characters.`,
          },
        ]
      : [];
  },
};

const iamNameTaken: ProfileRule = {
  id: 'profile-iam-name-taken',
  severity: 'error',
  kinds: ['profile'],
  title: 'Nobody else in the AWS account has the same IAM names',
  reason:
    'The dot of the username becomes a dash, so anna-maria.li and anna.maria-li would both be the IAM user anna-maria-li. Names are unique in an account, upper and lower case alike, whatever the environment.',
  source: iamRoleNameRule.source,
  failing: {
    title: 'anna.maria-li beside anna-maria.li',
    request: { username: 'anna.maria-li' },
    declared: [{ username: 'anna-maria.li' }],
  },
  passing: {
    title: 'the same in two AWS accounts',
    request: { username: 'anna.maria-li' },
    environments: [{ name: 'prod', accountId: '210987654321' }],
    declared: [{ environment: 'prod', username: 'anna-maria.li' }],
  },
  check: context => {
    const { request, names, environment, workloadRoles } = context;
    const wanted = names.user.toLocaleLowerCase('en-US');
    const people = otherProfiles(context)
      .filter(
        other =>
          profileIamNames(other.username).user.toLocaleLowerCase('en-US') ===
          wanted,
      )
      .map(other => ({
        field: 'username',
        file: other.file,
        line: other.line,
        message: `${quoteValue(
          request.username,
        )} would be the IAM user ${quoteValue(names.user)}, which ${quoteValue(
          other.username,
        )} of ${other.environment} is already.`,
        fix: 'Choose another spelling of the name, for example with a second given name.',
      }));
    const account = [environment.name, ...accountNeighbours(context)];
    const roles = workloadRoles
      .filter(
        other =>
          account.includes(other.environment) &&
          other.role.toLocaleLowerCase('en-US') ===
            names.role.toLocaleLowerCase('en-US'),
      )
      .map(other => ({
        field: 'username',
        message: `The IAM role ${quoteValue(names.role)} is that of workload ${
          other.workload
        } of ${other.environment}.`,
        fix: 'Choose another spelling of the name.',
      }));
    return [...people, ...roles];
  },
};

const otherEnvironment: ProfileRule = {
  id: 'profile-other-environment',
  severity: 'error',
  kinds: ['profile'],
  title: 'A person has one profile in an AWS account',
  reason:
    'IAM users, roles and secrets belong to the account, not to an environment in it: a second profile of the same name fails when it is applied.',
  source: iamRoleNameRule.source,
  failing: {
    title: 'declared in another environment of the account',
    environments: [{ name: 'test' }],
    declared: [{ environment: 'test', username: 'dana.okafor' }],
  },
  passing: {
    title: 'declared in another account',
    environments: [{ name: 'prod', accountId: '210987654321' }],
    declared: [{ environment: 'prod', username: 'dana.okafor' }],
  },
  check: context =>
    accountProfiles(context)
      .filter(
        other =>
          other.environment !== context.environment.name &&
          other.username === context.request.username,
      )
      .map(other => ({
        field: 'environment',
        file: other.file,
        line: other.line,
        message: `${quoteValue(other.username)} has a profile in ${
          other.environment
        } already, which is in the same AWS account (${
          context.environment.accountId
        }).`,
        fix: `Choose ${other.environment} to change that profile; it works for the whole account.`,
      })),
};

const declaredTwice: ProfileRule = {
  id: 'profile-declared-twice',
  severity: 'error',
  kinds: ['profile'],
  title: 'A person is declared once in an environment',
  reason:
    'With two entries of one username it is not known which to change, and the apply fails on the second.',
  source: iamRoleNameRule.source,
  failing: {
    title: 'two entries of dana.okafor',
    existing: { key: 'dana' },
    declared: [{ key: 'dana.okafor', username: 'dana.okafor' }],
  },
  passing: { title: 'one entry', existing: {} },
  check: context => {
    const entries = context.declared.filter(
      other =>
        other.environment === context.environment.name &&
        other.username === context.request.username,
    );
    return entries.length > 1
      ? [
          {
            field: 'username',
            file: entries[1].file,
            line: entries[1].line,
            message: `${quoteValue(context.request.username)} is declared ${
              entries.length
            } times: ${entries
              .map(({ key, file, line }) => `${key} (${file}:${line})`)
              .join(', ')}.`,
            fix: 'Take all but one of the entries out by hand.',
          },
        ]
      : [];
  },
};

const keyTaken: ProfileRule = {
  id: 'profile-key-taken',
  severity: 'error',
  kinds: ['profile'],
  title: 'The key of the entry is free',
  reason:
    'Entries are keyed by username. An entry of that key which is another person, or made by an expression, is not overwritten.',
  source:
    'https://developer.hashicorp.com/terraform/language/expressions/types#maps-objects',
  failing: {
    title: 'the key stands for an expression',
    context: {
      opaque: [
        {
          environment: 'dev',
          key: 'dana.okafor',
          file: 'env/dev/aws/user-profiles/terragrunt.hcl',
          line: 12,
          source: 'local.dana',
        },
      ],
    },
  },
  passing: {
    title: 'another key stands for an expression',
    context: { opaque: [] },
  },
  check: ({ request, environment, declared, opaque }) => {
    const fix =
      'Correct the entry by hand, or write it as an object with username, email and role.';
    const here = (other: { environment: string; key: string }) =>
      other.environment === environment.name && other.key === request.username;
    return [
      ...opaque.filter(here).map(({ file, line, source }) => ({
        field: 'username',
        file,
        line,
        message: `The profile ${quoteValue(
          request.username,
        )} is made by the expression ${quoteValue(
          source,
        )}, which is not changed.`,
        fix,
      })),
      ...declared
        .filter(other => here(other) && other.username !== request.username)
        .map(({ file, line, username: other }) => ({
          field: 'username',
          file,
          line,
          message: `The key ${quoteValue(
            request.username,
          )} is that of the profile of ${quoteValue(other)}.`,
          fix,
        })),
    ];
  },
};

const secretName: ProfileRule = {
  id: 'profile-secret-name',
  severity: 'warning',
  kinds: ['profile'],
  title: 'The name of the secret does not end like the ARN of a secret',
  reason:
    'The secret is named by the username. Secrets Manager advises against names that end in a dash and six characters: looked up by a partial ARN they may be taken for another secret.',
  source: SECRET_NAMES,
  failing: {
    title: 'a last name whose end has six letters',
    request: { username: 'ada.king-wilson' },
  },
  passing: { title: 'dana.okafor', request: { username: 'dana.okafor' } },
  check: ({ names }) =>
    /-[A-Za-z0-9]{6}$/.test(names.secret)
      ? [
          {
            field: 'username',
            message: `The secret would be named ${quoteValue(
              names.secret,
            )}, which ends in a dash and six characters, as the ARN of a secret does.`,
            fix: 'Read the secret by its whole ARN or its name, or choose another spelling.',
          },
        ]
      : [],
};

export const nameRules: ProfileRule[] = [
  username,
  iamNameLength,
  iamNameTaken,
  otherEnvironment,
  declaredTwice,
  keyTaken,
  secretName,
];
