import { SourceProblem } from '@ml-platform/plugin-ml-platform-common';
import { AwsCallError, AwsErrorKind } from './AwsCallError';

const CODES: Record<AwsErrorKind, string> = {
  denied: 'AccessDenied',
  credentials: 'credentials',
  throttled: 'throttled',
  'not-offered': 'not-available',
  'not-found': 'not-found',
  timeout: 'timeout',
  unreachable: 'unreachable',
  malformed: 'malformed-answer',
  upstream: 'upstream-error',
};

/** Where a call went, for the words. */
export interface CallPlace {
  accountId?: string;
  region: string;
}

/**
 * What a failed call means to the person who installs: which IAM action is missing
 * and for whom, and what else helps.
 *
 * @param part - what is not known for it, such as `addons`
 */
export function describeProblem(
  error: unknown,
  place: CallPlace,
  part?: string,
): Omit<SourceProblem, 'since'> {
  const known =
    error instanceof AwsCallError
      ? error
      : new AwsCallError('the request', error);
  return {
    code: CODES[known.kind],
    message: messageOf(known, place),
    fix: fixOf(known, place),
    ...(part ? { part } : {}),
  };
}

/**
 * The IAM action that an answer says is missing, else the one that the call needs:
 * a call may need a further one, such as `sts:AssumeRole` for its credentials.
 */
export function missingAction({ action, message }: AwsCallError): string {
  return (
    /not authorized to perform:? ([\w-]+:\w+)/.exec(message)?.[1] ?? action
  );
}

function messageOf(error: AwsCallError, place: CallPlace): string {
  const where = `${place.accountId ? `account ${place.accountId}, ` : ''}${
    place.region
  }`;
  switch (error.kind) {
    case 'denied':
      return `${missingAction(error)} is refused (${where}): ${error.message}`;
    case 'not-offered':
      return `${error.action} is not available here (${where}).`;
    case 'timeout':
      return `${error.action} got no answer in time (${where}).`;
    case 'malformed':
      return `${error.action} got an answer that cannot be read (${where}).`;
    case 'throttled':
      return `${error.action} is throttled by AWS (${where}).`;
    default:
      return `${error.action} failed (${where}): ${error.message}`;
  }
}

function fixOf(error: AwsCallError, { region }: CallPlace): string {
  switch (error.kind) {
    case 'denied':
      return deniedFix(error);
    case 'credentials':
      return `See that the credentials of the account in aws.accounts hold, that the clock is right, and that ${region} is enabled for the account.`;
    case 'throttled':
      return 'It is tried again at a slower pace. If it stays, other clients use up the rate of the account, or a higher quota is to be asked for.';
    case 'not-offered':
      return `Nothing, if ${region} does not offer it; else see that AWS_ENDPOINT_URL does not name an emulator without it.`;
    case 'timeout':
    case 'unreachable':
      return `See that the backend reaches the endpoint of the service in ${region}: network, proxy, VPC endpoint, DNS.`;
    case 'malformed':
      return 'See what answers in place of AWS: a proxy, or the address in AWS_ENDPOINT_URL.';
    default:
      return 'It is tried again; if it stays, look at the health page of AWS.';
  }
}

function deniedFix(error: AwsCallError): string {
  const action = missingAction(error);
  const principal = /arn:[\w-]+:(?:iam|sts)::\d{12}:[\w+=,.@/-]+/.exec(
    error.message,
  )?.[0];
  if (/explicit deny/i.test(error.message)) {
    return `A policy denies ${action} explicitly${
      /service control policy/i.test(error.message)
        ? ' (a service control policy of the organization)'
        : ''
    }: take the backend's role out of that statement.`;
  }
  if (action === 'sts:AssumeRole') {
    return `Let the role's trust policy name ${
      principal ?? "the backend's principal"
    }, and allow that principal sts:AssumeRole on the role; see that an external ID, if asked for, is configured.`;
  }
  return `Allow ${action} in a policy of ${principal ?? 'the role in use'}.`;
}
