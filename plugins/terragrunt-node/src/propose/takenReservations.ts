import {
  cidrsOverlap,
  parseCidr,
} from '@ml-platform/plugin-ml-platform-common';
import { HostPullRequest } from '../host/RepositoryHost';
import { ChangePlan, Reservation } from '../plan';
import { identityOf, isSameChange } from './changeIdentity';
import { markerOfPullRequest } from './changeOfPullRequest';

/** Something a plan takes, and the open pull request that takes it, too. */
export interface TakenReservation {
  wanted: Reservation;
  taken: Reservation;
  /** Environment that the pull request takes it for. */
  environment: string;
  pullRequest: HostPullRequest;
}

/** What open pull requests of ours for other things take of that which a plan takes, oldest first. */
export function findTakenReservations(
  plan: ChangePlan,
  openPullRequests: HostPullRequest[],
): TakenReservation[] {
  const identity = identityOf(plan);
  return [...openPullRequests]
    .sort((one, other) => one.number - other.number)
    .flatMap(pullRequest => {
      const marker = markerOfPullRequest(pullRequest);
      if (!marker || isSameChange(marker, identity)) {
        return [];
      }
      return (plan.reserves ?? []).flatMap(wanted =>
        reservationsOf(marker.reserves)
          .filter(taken => isSame(wanted, taken))
          .map(taken => ({
            wanted,
            taken,
            environment: marker.environment,
            pullRequest,
          })),
      );
    });
}

/** One sentence without its full stop. */
export function describeTaken({
  wanted,
  taken,
  environment,
  pullRequest,
}: TakenReservation): string {
  return `The network ${wanted.value} overlaps ${taken.value}, which pull request #${pullRequest.number} (${pullRequest.url}) asks for, for environment '${environment}'`;
}

function isSame(one: Reservation, other: Reservation): boolean {
  const [first, second] = [parseCidr(one.value), parseCidr(other.value)];
  return (
    one.kind === other.kind &&
    first !== undefined &&
    second !== undefined &&
    cidrsOverlap(first, second)
  );
}

/** People can edit the text that holds them. */
function reservationsOf(value: unknown): Reservation[] {
  return Array.isArray(value)
    ? value.filter(
        (item): item is Reservation =>
          item?.kind === 'network' && typeof item.value === 'string',
      )
    : [];
}
