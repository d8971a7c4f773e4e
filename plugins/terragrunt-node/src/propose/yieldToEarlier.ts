import { ConflictError } from '@backstage/errors';
import { HostPullRequest } from '../host/RepositoryHost';
import { Attempt } from './Attempt';
import { isSameThing } from './changeIdentity';
import { markerOfPullRequest } from './changeOfPullRequest';
import { describeTaken, findTakenReservations } from './takenReservations';

/**
 * Two people may ask at the same moment, each before the other's pull request can
 * be seen. Both look again after they have opened theirs; the one with the higher
 * number withdraws, so that exactly one stays.
 *
 * @returns what could not be looked at, in words
 * @throws ConflictError when ours was withdrawn, naming the one that stays
 */
export async function yieldToEarlier(
  attempt: Attempt,
  own: HostPullRequest,
): Promise<string[]> {
  const { options, base, plan, identity } = attempt;
  let earlier: HostPullRequest[];
  try {
    earlier = (await options.host.openPullRequests(base.branch)).filter(
      ({ number }) => number < own.number,
    );
  } catch (error) {
    return [
      `Whether somebody asked for the same at this moment could not be seen: ${
        (error as Error).message
      }`,
    ];
  }
  const [taken] = findTakenReservations(plan, earlier);
  const rival = earlier.find(pullRequest => {
    const marker = markerOfPullRequest(pullRequest);
    return marker !== undefined && isSameThing(marker, identity);
  });
  const winner = rival ?? taken?.pullRequest;
  if (!winner) {
    return [];
  }
  const reason = rival
    ? `The ${identity.thing} '${identity.name}' in '${identity.environment}' was asked for at the same moment in pull request #${rival.number} (${rival.url})`
    : describeTaken(taken);
  options.logger.warn(
    `${reason}: withdrawing the pull request #${own.number}, which came later`,
  );
  const left = await withdraw(attempt, own, winner);
  throw new ConflictError(
    left
      ? `${reason}. Yours came later and could not be withdrawn (${left}): close #${own.number} (${own.url}) by hand`
      : `${reason}. Yours, #${own.number}, came later and was withdrawn: look at the other one, then create again if it is still needed`,
  );
}

/** @returns why it could not be done, in words */
async function withdraw(
  { options: { host } }: Attempt,
  own: HostPullRequest,
  winner: HostPullRequest,
): Promise<string | undefined> {
  try {
    await host.updatePullRequest(own.number, {
      state: 'closed',
      body: `Withdrawn in favour of #${winner.number}, which was opened at the same moment.\n\n${own.body}`,
    });
    await host.deleteBranch(own.branch);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}
