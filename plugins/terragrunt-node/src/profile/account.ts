import { DeclaredProfile } from './DeclaredProfile';
import { ProfileRuleContext } from './ProfileRule';

/** The names of the other environments that are in the AWS account of the request. */
export function accountNeighbours({
  environment,
  environments,
}: ProfileRuleContext): string[] {
  return environments
    .filter(
      ({ name, accountId }) =>
        name !== environment.name &&
        accountId !== undefined &&
        accountId === environment.accountId,
    )
    .map(({ name }) => name);
}

/** The profiles of the request's AWS account, over all its environments. */
export function accountProfiles(
  context: ProfileRuleContext,
): DeclaredProfile[] {
  const names = [context.environment.name, ...accountNeighbours(context)];
  return context.declared.filter(({ environment }) =>
    names.includes(environment),
  );
}

/** Those that are not about the person of the request. */
export function otherProfiles(context: ProfileRuleContext): DeclaredProfile[] {
  return accountProfiles(context).filter(
    ({ username }) => username !== context.request.username,
  );
}
