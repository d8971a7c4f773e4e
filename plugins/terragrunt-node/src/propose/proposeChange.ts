import { ConflictError } from '@backstage/errors';
import { HostPullRequest } from '../host/RepositoryHost';
import { ChangePlan } from '../plan';
import { Attempt } from './Attempt';
import { ChangeIdentity, identityOf } from './changeIdentity';
import { requesterKey } from './ChangeRequester';
import { continueBranch } from './continueBranch';
import { createBranch } from './createBranch';
import { decideProposal, ProposalDecision } from './decideProposal';
import { RepositoryMovedError } from './RepositoryMovedError';
import { refuseErrors } from './PlanRejectedError';
import { ProposeOptions, ProposeResult } from './ProposeOptions';
import { readSettledState } from './readSettledState';
import { describeTaken, findTakenReservations } from './takenReservations';

const MAX_ATTEMPTS = 3;

/**
 * Plans a change on the newest base and brings it into a pull request: a new one, a further commit on the
 * one that the same person has open for the same thing, or nothing when everything is said already.
 * Branches are never moved backwards and commits of others are kept. A failure leaves neither branch nor
 * pull request.
 *
 * @throws PlanRejectedError when a finding is an error
 * @throws ConflictError when somebody else has a pull request open for the same thing, when an open pull
 *   request takes what this one would take (a network), when a commit of somebody else would have to be merged by hand, or when the plan is no longer the one previewed
 * @public
 */
export async function proposeChange(
  options: ProposeOptions,
): Promise<ProposeResult> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await proposeOnce(options);
    } catch (error) {
      if (!(error instanceof RepositoryMovedError)) {
        throw error;
      }
      if (attempt >= MAX_ATTEMPTS) {
        throw new ConflictError(
          `${error.message}, ${MAX_ATTEMPTS} times in a row. Nothing was changed: try again`,
        );
      }
      options.logger.info(`${error.message}: planning again`);
    }
  }
}

async function proposeOnce(options: ProposeOptions): Promise<ProposeResult> {
  const { host, logger, signal } = options;
  const base = await host.openSnapshot(options.repository.baseBranch);
  logger.info(
    `Read ${base.repository.owner}/${base.repository.name}, branch ${
      base.branch
    } at ${base.commit.slice(0, 10)}`,
  );
  const plan = await options.plan(base);
  refuseErrors(plan.findings);
  signal?.throwIfAborted();

  const identity = identityOf(plan);
  const state = await readSettledState({
    host,
    identity,
    requester: requesterKey(options.requester),
    baseBranch: base.branch,
    signal,
    onWait: branch =>
      logger.info(
        `Somebody else has made the branch ${branch} just now: waiting for its pull request`,
      ),
  });
  const decision = decideProposal(state);
  if (decision.action !== 'stop') {
    refuseReserved(plan, state.openPullRequests);
  }
  return await carryOut(decision, { options, base, plan, identity });
}

async function carryOut(
  decision: ProposalDecision,
  attempt: Attempt,
): Promise<ProposeResult> {
  switch (decision.action) {
    case 'stop':
      throw stopError(decision, attempt.identity);
    case 'continue':
      return await continueBranch(attempt, {
        branch: decision.pullRequest.branch,
        head: decision.pullRequest.headSha,
        pullRequest: decision.pullRequest,
      });
    case 'adopt':
      return await continueBranch(attempt, decision);
    default:
      return await createBranch(attempt, decision.branch);
  }
}

/** @throws ConflictError naming the open pull request that takes the same for itself */
function refuseReserved(
  plan: ChangePlan,
  openPullRequests: HostPullRequest[],
): void {
  const [taken] = plan.files.length
    ? findTakenReservations(plan, openPullRequests)
    : [];
  if (taken) {
    throw new ConflictError(
      `${describeTaken(
        taken,
      )}. Nothing was changed: choose another, or wait until that pull request is closed`,
    );
  }
}

function stopError(
  decision: ProposalDecision & { action: 'stop' },
  identity: ChangeIdentity,
): ConflictError {
  const { number, url } = decision.pullRequest;
  const thing = `${identity.thing} '${identity.name}' in '${identity.environment}'`;
  const open = `pull request #${number} (${url})`;
  return new ConflictError(
    decision.reason === 'another-kind'
      ? `Another kind of change to the ${thing} is open in ${open}. Nothing was changed: let that one be merged or closed first`
      : `The ${thing} is asked for already, by ${decision.requester} in ${open}. Nothing was changed: comment there, or create again once it is merged or closed`,
  );
}
