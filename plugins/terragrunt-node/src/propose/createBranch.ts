import { ConflictError } from '@backstage/errors';
import { Attempt } from './Attempt';
import { requesterKey } from './ChangeRequester';
import { requestDigest } from './changeIdentity';
import { readCodeOwners } from './codeOwners';
import { renderCommitMessage } from './commitMessage';
import { expectPreview } from './expectPreview';
import { ProposeResult } from './ProposeOptions';
import { publishPullRequest } from './publishPullRequest';
import { renderPullRequestBody } from './renderPullRequestBody';
import { RepositoryMovedError } from './RepositoryMovedError';
import { requestAttention } from './requestAttention';
import { toTreeChanges } from './toTreeChanges';
import { yieldToEarlier } from './yieldToEarlier';

/** Brings a change into a new branch with a pull request, unless the base has it already. */
export async function createBranch(
  attempt: Attempt,
  branch: string,
): Promise<ProposeResult> {
  const { options, base, plan } = attempt;
  const { host, logger, signal } = options;
  if (!plan.files.length) {
    logger.info(
      `${base.branch} says already what was asked for: nothing to change`,
    );
    return { outcome: 'unchanged', plan, warnings: [] };
  }
  await checkPreview(attempt);
  logger.info(`Changing ${plan.files.map(file => file.path).join(', ')}`);
  const head = await host.createCommit({
    onto: base.commit,
    parents: [base.commit],
    changes: await toTreeChanges({
      files: plan.files,
      snapshot: base,
      onto: base,
    }),
    message: commitMessage(attempt, plan.title),
  });
  // Git would merge either way; planning on the newest base makes a pull request without conflicts.
  if ((await host.branchHead(base.branch)) !== base.commit) {
    throw new RepositoryMovedError(`${base.branch} moved meanwhile`);
  }
  // From here on people can see something, so the rest is not broken off.
  signal?.throwIfAborted();
  try {
    await host.createBranch(branch, head);
  } catch (error) {
    if (error instanceof ConflictError) {
      throw new RepositoryMovedError(`The branch ${branch} came up meanwhile`);
    }
    throw error;
  }
  logger.info(`Made the branch ${branch}`);
  return await openPullRequest(attempt, branch, head);
}

/** Opens the pull request of a branch that stands. */
export async function openPullRequest(
  attempt: Attempt,
  branch: string,
  head: string,
): Promise<ProposeResult> {
  const { options, base, plan } = attempt;
  const { host, logger } = options;
  const pullRequest = await publishPullRequest(host, head, {
    branch,
    baseBranch: base.branch,
    title: pullRequestTitle(attempt),
    body: await pullRequestSection(attempt, head),
    draft: options.draft ?? options.repository.draft,
  });
  logger.info(
    `Opened the pull request #${pullRequest.number}: ${pullRequest.url}`,
  );
  const warnings = [
    ...(await yieldToEarlier(attempt, pullRequest)),
    ...(await requestAttention(host, pullRequest, options)),
  ];
  warnings.forEach(warning => logger.warn(warning));
  return {
    outcome: 'created',
    number: pullRequest.number,
    url: pullRequest.url,
    branch,
    headSha: head,
    plan,
    warnings,
  };
}

/** @throws ConflictError when the plan is not the one that was previewed */
export async function checkPreview(attempt: Attempt): Promise<void> {
  const { options, plan } = attempt;
  if (options.expected) {
    await expectPreview({
      plan,
      expected: options.expected,
      host: options.host,
      planAgain: options.plan,
    });
  }
}

/** GitHub takes 256 characters. */
export function pullRequestTitle({ plan }: Attempt): string {
  return plan.title.replace(/\s+/g, ' ').slice(0, 200);
}

/** Our part of the pull request's body. */
export async function pullRequestSection(
  attempt: Attempt,
  head: string,
): Promise<string> {
  const { options, base, plan, identity } = attempt;
  return renderPullRequestBody({
    plan,
    requester: options.requester,
    reason: options.reason,
    owners: await readCodeOwners(base),
    marker: {
      version: 1,
      ...identity,
      requester: requesterKey(options.requester),
      requestDigest: requestDigest(options.request),
      planDigest: plan.digest,
      head,
      title: pullRequestTitle(attempt),
      ...(plan.reserves ? { reserves: plan.reserves } : {}),
      request: options.request,
    },
  });
}

/** The message of a commit of ours. */
export function commitMessage(attempt: Attempt, subject: string): string {
  const { options, plan, identity } = attempt;
  return renderCommitMessage({
    subject,
    explanation: plan.summary.what,
    trailers: {
      ...identity,
      requester: requesterKey(options.requester),
      requestDigest: requestDigest(options.request),
    },
  });
}
