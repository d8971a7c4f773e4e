import { setTimeout as wait } from 'node:timers/promises';
import { isSameChange } from './changeIdentity';
import { BranchState, ProposalState } from './decideProposal';
import { readProposalState } from './readProposalState';

/** Between the making of a branch and its pull request lie one or two answers of GitHub. */
const POLL_MS = 500;
const MAX_POLLS = 12;

/**
 * What the host has for a change, once nobody else is amid asking for it: the
 * branch of another person without a pull request is most likely one whose pull
 * request is being opened. One that stays without it is the leftover of a failed
 * run, and no hindrance.
 */
export async function readSettledState(
  options: Parameters<typeof readProposalState>[0] & {
    signal?: AbortSignal;
    onWait(branch: string): void;
  },
): Promise<ProposalState> {
  const { signal, onWait, ...question } = options;
  let state = await readProposalState(question);
  let announced = false;
  for (let poll = 0; poll < MAX_POLLS; poll += 1) {
    const unfinished = anothersStart(state);
    if (!unfinished) {
      break;
    }
    if (!announced) {
      onWait(unfinished.name);
      announced = true;
    }
    await wait(POLL_MS, undefined, { signal });
    state = await readProposalState(question);
  }
  return state;
}

function anothersStart(state: ProposalState): BranchState | undefined {
  const { branches, identity, requester } = state;
  return branches.find(
    ({ trailers, pullRequests }) =>
      trailers !== undefined &&
      trailers.requester !== requester &&
      pullRequests.length === 0 &&
      isSameChange({ ...trailers, repository: identity.repository }, identity),
  );
}
