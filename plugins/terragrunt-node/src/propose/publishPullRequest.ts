import { ServiceUnavailableError, stringifyError } from '@backstage/errors';
import { HostPullRequest, RepositoryHost } from '../host/RepositoryHost';

/** Texts and place of a pull request. */
export interface NewPullRequest {
  branch: string;
  baseBranch: string;
  title: string;
  body: string;
  draft: boolean;
}

/**
 * Opens the pull request of a branch we have made. When that fails the branch is deleted, so that nothing
 * is left behind; where GitHub did open it and only the answer was lost, that pull request is taken.
 *
 * @param head - the commit the branch was left at: a branch that has moved is not deleted
 */
export async function publishPullRequest(
  host: RepositoryHost,
  head: string,
  pullRequest: NewPullRequest,
): Promise<HostPullRequest> {
  try {
    return await host.createPullRequest(pullRequest);
  } catch (error) {
    const existing = await findOpen(host, pullRequest.branch);
    if (existing) {
      return existing;
    }
    await removeBranch(host, pullRequest.branch, head, error);
    throw error;
  }
}

async function findOpen(
  host: RepositoryHost,
  branch: string,
): Promise<HostPullRequest | undefined> {
  try {
    return (await host.pullRequestsOf(branch)).find(
      pullRequest => pullRequest.state === 'open',
    );
  } catch {
    // The first failure is the one to report.
    return undefined;
  }
}

async function removeBranch(
  host: RepositoryHost,
  branch: string,
  head: string,
  cause: unknown,
): Promise<void> {
  try {
    if ((await host.branchHead(branch)) === head) {
      await host.deleteBranch(branch);
    }
  } catch (error) {
    throw new ServiceUnavailableError(
      `${
        cause instanceof Error ? cause.message : stringifyError(cause)
      }. The branch '${branch}' was made before and could not be deleted (${
        error instanceof Error ? error.message : stringifyError(error)
      }); run this again and it is taken up, or delete it by hand`,
    );
  }
}
