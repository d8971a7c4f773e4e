import { HostPullRequest } from '../host/RepositoryHost';
import {
  ChangeIdentity,
  changeBranch,
  freeBranch,
  isSameChange,
  isSameThing,
} from './changeIdentity';
import { ChangeMarker, parseMarker } from './changeMarker';
import { ChangeTrailers } from './commitMessage';

/** A branch of the change's name, or that name with a suffix. */
export interface BranchState {
  name: string;
  head: string;
  /** Our trailers on the head commit. */
  trailers?: ChangeTrailers;
  /** Pull requests from this branch, whatever their state. */
  pullRequests: HostPullRequest[];
}

/** What the host has already for a change. */
export interface ProposalState {
  identity: ChangeIdentity;
  requester: string;
  openPullRequests: HostPullRequest[];
  branches: BranchState[];
}

/** What to do about a change. */
export type ProposalDecision =
  | { action: 'create'; branch: string }
  /** The branch of a run of ours whose pull request did not come about. */
  | { action: 'adopt'; branch: string; head: string }
  | { action: 'continue'; pullRequest: HostPullRequest }
  | {
      action: 'stop';
      pullRequest: HostPullRequest;
      reason: 'another-requester' | 'another-kind';
      /** Who asked for what is open. */
      requester: string;
    };

/**
 * Decides from what is there. Pull requests from forks are not looked at: anybody can open one with any
 * text, so a marker in it proves nothing.
 */
export function decideProposal(state: ProposalState): ProposalDecision {
  const { identity, requester } = state;
  const open = state.openPullRequests
    .filter(pullRequest => !pullRequest.fromFork)
    .map(pullRequest => ({
      pullRequest,
      claim: claimOf(pullRequest, state),
    }))
    .filter(
      (item): item is { pullRequest: HostPullRequest; claim: Claim } =>
        item.claim !== undefined && isSameThing(item.claim, identity),
    )
    .sort((one, other) => one.pullRequest.number - other.pullRequest.number);

  const otherKind = open.find(({ claim }) => !isSameChange(claim, identity));
  const otherRequester = open.find(
    ({ claim }) => claim.requester !== requester,
  );
  const blocking = otherKind ?? otherRequester;
  if (blocking) {
    return {
      action: 'stop',
      pullRequest: blocking.pullRequest,
      reason: otherKind ? 'another-kind' : 'another-requester',
      requester: blocking.claim.requester,
    };
  }
  if (open.length) {
    return { action: 'continue', pullRequest: open[0].pullRequest };
  }
  const orphan = state.branches.find(branch => isOrphan(branch, state));
  if (orphan) {
    return { action: 'adopt', branch: orphan.name, head: orphan.head };
  }
  return {
    action: 'create',
    branch: freeBranch(
      changeBranch(identity),
      state.branches.map(branch => branch.name),
    ),
  };
}

type Claim = ChangeIdentity & Pick<ChangeMarker, 'requester'>;

/** What a pull request is about, by its body or, where somebody removed our part, by our commit. */
function claimOf(
  pullRequest: HostPullRequest,
  state: ProposalState,
): Claim | undefined {
  const marker = parseMarker(pullRequest.body);
  if (marker) {
    return marker;
  }
  const trailers = state.branches.find(
    branch => branch.name === pullRequest.branch,
  )?.trailers;
  return trailers && { ...trailers, repository: state.identity.repository };
}

/** Our own commit is the head, we are asked by the same person, and no pull request ever showed it. */
function isOrphan(branch: BranchState, state: ProposalState): boolean {
  const { trailers } = branch;
  return (
    trailers !== undefined &&
    trailers.requester === state.requester &&
    isSameChange(
      { ...trailers, repository: state.identity.repository },
      state.identity,
    ) &&
    branch.pullRequests.length === 0
  );
}
