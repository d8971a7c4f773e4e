import { RepositoryHost } from '../host/RepositoryHost';
import { ChangeIdentity, changeBranch, isBranchOf } from './changeIdentity';
import { parseTrailers } from './commitMessage';
import { ProposalState } from './decideProposal';

/** Looks at what the host has already for a change: open pull requests, and branches of its name. */
export async function readProposalState(options: {
  host: RepositoryHost;
  identity: ChangeIdentity;
  requester: string;
  baseBranch: string;
}): Promise<ProposalState> {
  const { host, identity, requester, baseBranch } = options;
  const name = changeBranch(identity);
  const found = await host.branches(name);
  const branches = await Promise.all(
    found
      .filter(branch => isBranchOf(branch.name, name))
      .map(async branch => {
        const [commit, pullRequests] = await Promise.all([
          host.commit(branch.commit),
          host.pullRequestsOf(branch.name),
        ]);
        return {
          name: branch.name,
          head: branch.commit,
          trailers: parseTrailers(commit.message),
          pullRequests,
        };
      }),
  );
  // Last, so that a pull request which comes up meanwhile is seen: a branch whose
  // pull request is known but not listed would be taken for a leftover.
  const openPullRequests = await host.openPullRequests(baseBranch);
  return { identity, requester, openPullRequests, branches };
}
