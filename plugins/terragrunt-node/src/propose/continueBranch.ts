import { ConflictError } from '@backstage/errors';
import { HostCommit, HostPullRequest } from '../host/RepositoryHost';
import { Attempt } from './Attempt';
import { isSameChange, requestDigest } from './changeIdentity';
import { parseMarker, replaceSection } from './changeMarker';
import { parseTrailers } from './commitMessage';
import {
  checkPreview,
  commitMessage,
  openPullRequest,
  pullRequestSection,
  pullRequestTitle,
} from './createBranch';
import { refuseErrors } from './PlanRejectedError';
import { Continuation, prepareContinuation } from './prepareContinuation';
import { ProposeResult } from './ProposeOptions';
import { RepositoryMovedError } from './RepositoryMovedError';
import { toTreeChanges } from './toTreeChanges';

/** A branch of ours and, where there is one, its open pull request. */
export interface OwnBranch {
  branch: string;
  head: string;
  pullRequest?: HostPullRequest;
}

const MERGEABLE_TRIES = 3;
const MERGEABLE_DELAY_MS = 500;

/** Brings a change into a branch of ours by a further commit, unless the branch has it already. */
export async function continueBranch(
  attempt: Attempt,
  own: OwnBranch,
): Promise<ProposeResult> {
  const { options, base, plan } = attempt;
  const { host, logger, signal } = options;
  logger.info(
    own.pullRequest
      ? `Found the open pull request #${own.pullRequest.number}: ${own.pullRequest.url}`
      : `Found the branch ${own.branch} of a run that did not get to its pull request`,
  );
  const comparison = await host.compare(base.commit, own.head);
  const isOurs = (commit: HostCommit) => isOwnCommit(commit, attempt);
  refuseRewritten(own, comparison.commits, isOurs);

  const continuation = await prepareContinuation({
    host,
    base,
    ...own,
    comparison,
    isOurs,
    link: own.pullRequest?.url ?? own.branch,
  });
  const further = await options.plan(continuation.snapshot);
  refuseErrors(further.findings);

  if (
    !further.files.length &&
    !(await needsMerge(attempt, own, continuation))
  ) {
    return await keepAsItIs(attempt, own);
  }
  await checkPreview(attempt);
  const head = await host.createCommit({
    onto: continuation.onto.commit,
    parents: continuation.parents,
    changes: await toTreeChanges({ ...continuation, files: further.files }),
    message: commitMessage(
      attempt,
      further.files.length
        ? further.title
        : `Merge ${base.branch} into ${own.branch}`,
    ),
  });
  signal?.throwIfAborted();
  await refuseClosed(attempt, own);
  try {
    await host.advanceBranch(own.branch, head);
  } catch (error) {
    if (error instanceof ConflictError) {
      throw new RepositoryMovedError(
        `The branch ${own.branch} moved meanwhile`,
      );
    }
    throw error;
  }
  logger.info(describeCommit(attempt, own, continuation));
  if (!own.pullRequest) {
    return await openPullRequest(attempt, own.branch, head);
  }
  return {
    outcome: 'updated',
    number: own.pullRequest.number,
    url: own.pullRequest.url,
    branch: own.branch,
    headSha: head,
    plan,
    warnings: await updateText(attempt, own.pullRequest, head),
  };
}

function isOwnCommit(commit: HostCommit, attempt: Attempt): boolean {
  const trailers = parseTrailers(commit.message);
  return (
    trailers !== undefined &&
    isSameChange(
      { ...trailers, repository: attempt.identity.repository },
      attempt.identity,
    )
  );
}

/** A branch belongs to us while our commit is on it; one that was put on something else does not. */
function refuseRewritten(
  own: OwnBranch,
  commits: HostCommit[],
  isOurs: (commit: HostCommit) => boolean,
): void {
  const recorded = parseMarker(own.pullRequest?.body ?? '')?.head;
  const known = commits.some(
    commit => commit.sha === recorded || isOurs(commit),
  );
  if (!known) {
    throw new ConflictError(
      `The branch '${
        own.branch
      }' no longer holds the commit that was made for this request, somebody has rewritten it. Nothing was changed: close ${
        own.pullRequest?.url ?? 'it'
      } or restore the branch, then create again`,
    );
  }
}

/** A commit added to a branch after its merge would be lost to everybody. */
async function refuseClosed(attempt: Attempt, own: OwnBranch): Promise<void> {
  if (!own.pullRequest) {
    return;
  }
  const { number } = own.pullRequest;
  const current = await attempt.options.host.pullRequest(number);
  if (current?.state !== 'open') {
    throw new RepositoryMovedError(
      `The pull request #${number} was merged or closed meanwhile`,
    );
  }
}

/** Whether the pull request needs the base merged in although the request asks for nothing new. */
async function needsMerge(
  attempt: Attempt,
  own: OwnBranch,
  continuation: Continuation,
): Promise<boolean> {
  const baseMoved = continuation.parents.length > 1;
  if (!baseMoved || !own.pullRequest) {
    return false;
  }
  if (continuation.replayed.length) {
    return true;
  }
  // GitHub works this out in the background and does not know it at once.
  for (let tries = 0; tries < MERGEABLE_TRIES; tries += 1) {
    const current = await attempt.options.host.pullRequest(
      own.pullRequest.number,
    );
    if (current?.mergeable !== undefined) {
      return !current.mergeable;
    }
    await new Promise(resolve => {
      setTimeout(resolve, MERGEABLE_DELAY_MS);
    });
  }
  return false;
}

async function keepAsItIs(
  attempt: Attempt,
  own: OwnBranch,
): Promise<ProposeResult> {
  const { options, plan } = attempt;
  if (!own.pullRequest) {
    if (plan.files.length) {
      return await openPullRequest(attempt, own.branch, own.head);
    }
    options.logger.info(
      `${attempt.base.branch} says already what was asked for: removing the branch ${own.branch}`,
    );
    await options.host.deleteBranch(own.branch);
    return { outcome: 'unchanged', plan, warnings: [] };
  }
  options.logger.info(
    `The pull request #${own.pullRequest.number} says already what was asked for: nothing to change`,
  );
  const marker = parseMarker(own.pullRequest.body);
  const isDescribed = marker?.requestDigest === requestDigest(options.request);
  return {
    outcome: 'unchanged',
    number: own.pullRequest.number,
    url: own.pullRequest.url,
    branch: own.branch,
    headSha: own.head,
    plan,
    warnings: isDescribed
      ? []
      : await updateText(attempt, own.pullRequest, own.head),
  };
}

/** Renews our part of the body; the title only where nobody has given it another one. */
async function updateText(
  attempt: Attempt,
  pullRequest: HostPullRequest,
  head: string,
): Promise<string[]> {
  const { host, logger } = attempt.options;
  const marker = parseMarker(pullRequest.body);
  const title = pullRequestTitle(attempt);
  try {
    await host.updatePullRequest(pullRequest.number, {
      body: replaceSection(
        pullRequest.body,
        await pullRequestSection(attempt, head),
      ),
      ...(marker?.title === pullRequest.title &&
        title !== pullRequest.title && { title }),
    });
    return [];
  } catch (error) {
    // The commit is what counts; the next run renews the text.
    const warning = (error as Error).message;
    logger.warn(warning);
    return [warning];
  }
}

function describeCommit(
  attempt: Attempt,
  own: OwnBranch,
  continuation: Continuation,
): string {
  const merged =
    continuation.parents.length > 1
      ? `, with ${attempt.base.branch} merged in`
      : '';
  const replayed = continuation.replayed.length
    ? ` (request replayed on ${continuation.replayed.join(', ')})`
    : '';
  return `Added a commit to the branch ${own.branch}${merged}${replayed}`;
}
