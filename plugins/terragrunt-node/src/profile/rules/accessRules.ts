import {
  emailDomain,
  quoteValue,
} from '@ml-platform/plugin-ml-platform-common';
import { userRef } from '../approver';
import { accountNeighbours, otherProfiles } from '../account';
import { ProfileRule, ProfileRuleContext } from '../ProfileRule';

const BEST_PRACTICES =
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html';

const emailDomainRule: ProfileRule = {
  id: 'profile-email-domain',
  severity: 'error',
  kinds: ['profile'],
  title: 'The e-mail address is of an allowed domain',
  reason:
    'The secret tells the address to the tools that sign the person in, so a foreign one would be an account for a stranger. The domains are those of `mlPlatform.policy.emailDomains`.',
  source: BEST_PRACTICES,
  failing: {
    title: 'a private address',
    request: { email: 'dana@mail.example' },
    policy: { emailDomains: ['acme.example'] },
  },
  passing: {
    title: 'an address of the company',
    request: { email: 'dana@acme.example' },
    policy: { emailDomains: ['acme.example'] },
  },
  check: ({ request, policy }) =>
    policy.emailDomains &&
    !policy.emailDomains.includes(emailDomain(request.email))
      ? [
          {
            field: 'email',
            message: `${quoteValue(
              request.email,
            )} is of a domain that is not allowed here.`,
            fix: policy.emailDomains.length
              ? `Give an address of ${policy.emailDomains.join(', ')}.`
              : 'Have a domain added to mlPlatform.policy.emailDomains.',
          },
        ]
      : [],
};

const emailTaken: ProfileRule = {
  id: 'profile-email-taken',
  severity: 'warning',
  kinds: ['profile'],
  title: 'The e-mail address is that of one profile',
  reason:
    'Two profiles with one address are most often one person under two names.',
  source: BEST_PRACTICES,
  failing: {
    title: 'd.okafor has the address already',
    declared: [{ username: 'd.okafor', email: 'Dana@acme.example' }],
  },
  passing: {
    title: 'another address',
    declared: [{ username: 'piotr.lind', email: 'piotr@acme.example' }],
  },
  check: context =>
    otherProfiles(context)
      .filter(
        ({ email }) =>
          email?.toLocaleLowerCase('en-US') ===
          context.request.email.toLocaleLowerCase('en-US'),
      )
      .map(other => ({
        field: 'email',
        file: other.file,
        line: other.line,
        message: `The address ${quoteValue(
          context.request.email,
        )} is that of the profile ${other.username} of ${
          other.environment
        } as well.`,
        fix: 'If they are one person, change that profile instead.',
      })),
};

const developerReason: ProfileRule = {
  id: 'profile-developer-reason',
  severity: 'error',
  kinds: ['profile'],
  title: 'A developer says why',
  reason:
    'The role Developer manages EKS, EC2, VPC, RDS and S3 of the account. Who becomes one gives the reviewers a reason.',
  source: BEST_PRACTICES,
  failing: {
    title: 'a developer without a reason',
    request: { role: 'Developer', approver: 'user:default/amara' },
  },
  passing: {
    title: 'a developer with a reason',
    request: {
      role: 'Developer',
      approver: 'user:default/amara',
      reason: 'Runs the clusters',
    },
  },
  check: context =>
    becomesDeveloper(context) && !context.request.reason
      ? [
          {
            field: 'reason',
            message:
              'The role Developer manages the platform, and no reason is given for it.',
            fix: 'Say what the person needs it for, or choose the role User.',
          },
        ]
      : [],
};

const developerApprover: ProfileRule = {
  id: 'profile-developer-approver',
  severity: 'error',
  kinds: ['profile'],
  title: 'A developer is approved by somebody else who may',
  reason:
    'Full access is not given by the one who asks for it. `mlPlatform.policy.developerApprovers` may say who approves.',
  source: BEST_PRACTICES,
  failing: {
    title: 'the requester approves',
    request: {
      role: 'Developer',
      reason: 'Runs the clusters',
      approver: 'user:default/dana',
    },
  },
  passing: {
    title: 'an approver of the policy',
    request: {
      role: 'Developer',
      reason: 'Runs the clusters',
      approver: 'amara',
    },
    policy: { developerApprovers: ['user:default/amara'] },
  },
  check: context => {
    const problem = becomesDeveloper(context)
      ? approverProblem(context)
      : undefined;
    const { developerApprovers } = context.policy;
    return problem
      ? [
          {
            field: 'approver',
            message: problem,
            fix: developerApprovers
              ? `Choose one of ${
                  developerApprovers.join(', ') || 'nobody (the list is empty)'
                }.`
              : 'Choose somebody else who answers for the platform.',
          },
        ]
      : [];
  },
};

function approverProblem({
  request,
  policy,
  requester,
}: ProfileRuleContext): string | undefined {
  if (!request.approver) {
    return 'The role Developer needs an approver, and none is named.';
  }
  const approver = userRef(request.approver);
  if (requester !== undefined && approver === requester) {
    return `${quoteValue(
      request.approver,
    )} asks for the role Developer and cannot approve it as well.`;
  }
  return policy.developerApprovers &&
    !policy.developerApprovers.includes(approver)
    ? `${quoteValue(request.approver)} may not approve the role Developer here.`
    : undefined;
}

/** Who is a developer already needs no further approval for another address. */
function becomesDeveloper({ request, existing }: ProfileRuleContext): boolean {
  return request.role === 'Developer' && existing?.role !== 'Developer';
}

const accessKey: ProfileRule = {
  id: 'profile-access-key',
  severity: 'warning',
  kinds: ['profile'],
  title: 'Said when a profile gets an access key',
  reason:
    'An access key does not expire. It stands in the secret and in the Terraform state; teams with single sign-on need none.',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html',
  failing: { title: 'with a key', request: { createAccessKey: true } },
  passing: { title: 'without one', request: { createAccessKey: false } },
  check: ({ request, names }) =>
    request.createAccessKey
      ? [
          {
            field: 'createAccessKey',
            message: `An access key without an end is made for ${names.user}; it can be read in the secret ${names.secret} and in the Terraform state.`,
            fix: 'Leave it out if the person signs in with single sign-on; else rotate it.',
          },
        ]
      : [],
};

const secondUnit: ProfileRule = {
  id: 'profile-second-unit',
  severity: 'warning',
  kinds: ['profile'],
  title: 'Profiles are declared once in an AWS account',
  reason:
    'The module makes the policies mlplatform-developer-access-policy and mlplatform-user-access-policy, whose names are unique in an account: a second unit of it cannot be applied.',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html#reference_iam-quotas-names',
  failing: {
    title: 'test is in the account of dev and has the unit',
    environments: [{ name: 'test', hasProfiles: true }],
  },
  passing: {
    title: 'test is in the account of dev without the unit',
    environments: [{ name: 'test', hasProfiles: false }],
  },
  check: context => {
    const others = accountNeighbours(context).filter(
      name =>
        context.environments.find(other => other.name === name)?.hasProfiles,
    );
    return others.length > 0
      ? [
          {
            field: 'environment',
            file: context.profilesFile,
            message: `Profiles are declared in ${others.join(
              ', ',
            )} as well, in the same AWS account (${
              context.environment.accountId
            }).`,
            fix: 'Keep the profiles of an account in one environment.',
          },
        ]
      : [];
  },
};

export const accessRules: ProfileRule[] = [
  emailDomainRule,
  emailTaken,
  developerReason,
  developerApprover,
  accessKey,
  secondUnit,
];
