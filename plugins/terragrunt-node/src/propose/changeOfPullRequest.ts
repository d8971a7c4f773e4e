import { HostPullRequest } from '../host/RepositoryHost';
import { ChangeMarker, parseMarker } from './changeMarker';

/**
 * What a pull request of ours changes.
 *
 * @public
 */
export interface PullRequestChange {
  /** Kind of change: `workload`, `removal`. */
  kind: string;
  /** Kind of thing that changes. */
  thing: string;
  environment: string;
  name: string;
}

/**
 * The change that a pull request of ours makes, by the mark in its body;
 * undefined for those of others, and for those from forks, whose text proves
 * nothing.
 *
 * @public
 */
export function changeOfPullRequest(
  pullRequest: HostPullRequest,
): PullRequestChange | undefined {
  const marker = markerOfPullRequest(pullRequest);
  if (!marker) {
    return undefined;
  }
  const { kind, thing, environment, name } = marker;
  return { kind, thing, environment, name };
}

/** The mark of a pull request of ours; undefined where its text proves nothing. */
export function markerOfPullRequest(
  pullRequest: HostPullRequest,
): ChangeMarker | undefined {
  const isOurs =
    !pullRequest.fromFork && pullRequest.branch.startsWith('ml-platform/');
  return isOurs ? parseMarker(pullRequest.body) : undefined;
}
