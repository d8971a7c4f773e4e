import {
  ProfileIamNames,
  ProfileRequest,
} from '@ml-platform/plugin-ml-platform-common';
import { UNKNOWN, userTrustPolicy } from '../access/statements';
import { EnvironmentFacts } from '../environment/EnvironmentFacts';
import { applyStep } from '../plan/applyStep';
import { AccessGrant, ChangePlan, PlanSummary } from '../plan/types';
import { AttributeChange } from '../workload/changeEntry';
import { DeclaredProfile } from './DeclaredProfile';

/** What a summary tells of. */
export interface ProfileSubject {
  operation: ChangePlan['operation'];
  request: ProfileRequest;
  names: ProfileIamNames;
  environment: EnvironmentFacts;
  existing?: DeclaredProfile;
  changes: AttributeChange[];
  /** The file that declares the profiles. */
  profilesFile: string;
  /** Its folder, where Terragrunt or Terraform is run. */
  unit: string;
}

const SESSION_HOURS = 8;

const MEANING = {
  Developer:
    'runs the platform (EKS, EC2, VPC, RDS and S3 of the account, by the policy mlplatform-developer-access-policy)',
  User: 'works with SageMaker (by the policy mlplatform-user-access-policy)',
};

/** The title of the pull request and of the plan. */
export function profileTitle(
  operation: ChangePlan['operation'],
  { username, environment }: ProfileRequest,
): string {
  switch (operation) {
    case 'create':
      return `Add user profile ${username} to ${environment}`;
    case 'change':
      return `Change user profile ${username} in ${environment}`;
    default:
      return `User profile ${username} in ${environment} is as requested`;
  }
}

/**
 * What the profile may do. The role's trust is shown as the module makes it; the
 * two policies are files of the module.
 */
export function profileAccess({
  request,
  names,
  environment,
}: Pick<ProfileSubject, 'request' | 'names' | 'environment'>): AccessGrant[] {
  const account = environment.accountId ?? UNKNOWN.accountId;
  const user = `arn:${environment.partition ?? 'aws'}:iam::${account}:user/${
    names.user
  }`;
  return [
    {
      kind: 'trust',
      sentence: `The IAM user ${names.user} may take the role ${
        names.role
      } for up to ${SESSION_HOURS} hours, which ${
        MEANING[request.role]
      }; nobody else may.`,
      policy: userTrustPolicy(user),
      resources: [user],
      alsoReachableBy: [],
    },
  ];
}

/** The change in plain words. */
export function summarizeProfile(subject: ProfileSubject): PlanSummary {
  return {
    what: what(subject),
    inputs: inputs(subject),
    willExist: willExist(subject),
    changesInPlace:
      subject.operation === 'change'
        ? subject.changes.map(
            ({ attribute, description }) => `${attribute} ${description}`,
          )
        : [],
    replaced: replaced(subject),
    afterMerge: afterMerge(subject),
    rollback: rollback(subject),
    reviewerChecks: reviewerChecks(subject),
  };
}

function what({ operation, request, environment }: ProfileSubject): string {
  const account = environment.accountId
    ? `AWS account ${environment.accountId} (${environment.name})`
    : `the AWS account of ${environment.name}`;
  switch (operation) {
    case 'create':
      return `Gives ${request.username} (${request.email}) access to ${account} as ${request.role}.`;
    case 'change':
      return `Changes the access of ${request.username} (${request.email}) to ${account}: role ${request.role} then.`;
    default:
      return `${request.username} has the role ${request.role} in ${account} as requested; there is nothing to change.`;
  }
}

function inputs({ request }: ProfileSubject): PlanSummary['inputs'] {
  const rows: [string, string | undefined][] = [
    ['Username', request.username],
    ['Environment', request.environment],
    ['E-mail', request.email],
    ['Role', request.role],
    [
      'Access key',
      request.createAccessKey === undefined
        ? undefined
        : (request.createAccessKey && 'made') || 'none',
    ],
    ['Team', request.owner],
    ['Approver', request.approver],
    ['Reason', request.reason],
  ];
  return rows
    .filter((row): row is [string, string] => Boolean(row[1]))
    .map(([name, value]) => ({ name, value }));
}

function willExist({ existing, request, names }: ProfileSubject): string[] {
  const key = `Access key of IAM user ${names.user}, in the secret ${names.secret}`;
  if (existing) {
    return request.createAccessKey && !existing.createAccessKey ? [key] : [];
  }
  return [
    `IAM user ${names.user}`,
    `IAM role ${names.role}`,
    `Secrets Manager secret ${names.secret}`,
    ...(request.createAccessKey ? [key] : []),
  ];
}

function replaced({
  existing,
  request,
  names,
  operation,
}: ProfileSubject): string[] {
  if (!existing || operation !== 'change') {
    return [];
  }
  return [
    ...(existing.createAccessKey && request.createAccessKey !== undefined
      ? (!request.createAccessKey && [
          `The access key of IAM user ${names.user} is destroyed; what uses it stops working`,
        ]) ||
        []
      : []),
    ...(existing.role !== request.role
      ? [
          `The policy of ${existing.role ?? 'the present role'} is taken from ${
            names.role
          }, and that of ${request.role} is attached`,
        ]
      : []),
  ];
}

function afterMerge({
  operation,
  request,
  names,
  profilesFile,
}: ProfileSubject): string[] {
  if (operation === 'none') {
    return [];
  }
  return [
    applyStep(profilesFile),
    request.createAccessKey
      ? `${request.username} reads the access key from the secret ${names.secret}, and takes the role ${names.role} with it.`
      : `${request.username} signs in through single sign-on; without an access key the IAM user ${names.user} cannot sign in by itself.`,
  ];
}

function rollback({ operation, request, names, unit }: ProfileSubject): string {
  switch (operation) {
    case 'create':
      return `Revert the merge commit and apply ${unit} again. That removes the IAM user ${names.user}, the role ${names.role} and, at once and for good, the secret ${names.secret}.`;
    case 'change':
      return `Revert the merge commit and apply ${unit} again; ${request.username} has the former access then. An access key that was destroyed does not come back.`;
    default:
      return '';
  }
}

function reviewerChecks({
  operation,
  request,
  existing,
  environment,
}: ProfileSubject): string[] {
  if (operation === 'none') {
    return [];
  }
  const becomesDeveloper =
    request.role === 'Developer' && existing?.role !== 'Developer';
  return [
    `${request.username} is the person with the address ${request.email}.`,
    ...(becomesDeveloper
      ? [
          `${
            request.approver ?? 'The approver'
          } agrees that the person runs the platform, for the reason given.`,
        ]
      : []),
    ...(request.createAccessKey
      ? ['The person cannot use single sign-on and needs an access key.']
      : []),
    ...(environment.accountId
      ? []
      : ['The person has no profile in this AWS account yet.']),
  ];
}
