import { GithubError } from '../http/GithubError';
import { ApiCall, OpenRepository } from '../http/ApiCall';
import { encodePath } from '../present/links';
import { isProtected } from '../repositories/protection';
import { fullName } from '../state/SandboxContext';
import { Routes } from './apiRouter';

const PATH = '/repos/:owner/:repo/branches/:branch(.+)/protection';

/** Tests switch the protection of a branch on and off. */
export const protectionRoutes: Routes = (router, route) => {
  router.get(
    PATH,
    route(async call => {
      const { record } = call.repository();
      if (!isProtected(record, await existingBranch(call))) {
        throw new GithubError(404, 'Branch not protected');
      }
      return { body: presentProtection(call, call.repository()) };
    }),
  );

  router.put(
    PATH,
    route(async call => {
      const opened = call.writableRepository();
      const branch = await existingBranch(call);
      const { protectedBranches } = opened.record;
      if (!protectedBranches.includes(branch)) protectedBranches.push(branch);
      return { body: presentProtection(call, opened) };
    }),
  );

  router.delete(
    PATH,
    route(async call => {
      const { record } = call.writableRepository();
      const branch = await existingBranch(call);
      record.protectedBranches = record.protectedBranches.filter(
        name => name !== branch,
      );
      return { status: 204 };
    }),
  );
};

async function existingBranch(call: ApiCall): Promise<string> {
  const { git } = call.repository();
  const branch = call.param('branch');
  if (!(await git.branchSha(branch))) {
    throw new GithubError(404, 'Branch not found');
  }
  return branch;
}

function presentProtection(call: ApiCall, { record }: OpenRepository) {
  const branch = encodePath(call.param('branch'));
  const repository = `${call.context.apiUrl}/repos/${fullName(record)}`;
  const url = `${repository}/branches/${branch}/protection`;
  return {
    url,
    required_pull_request_reviews: {
      url: `${url}/required_pull_request_reviews`,
      dismiss_stale_reviews: false,
      require_code_owner_reviews: false,
      required_approving_review_count: 0,
    },
    enforce_admins: { url: `${url}/enforce_admins`, enabled: true },
    allow_force_pushes: { enabled: false },
    allow_deletions: { enabled: false },
  };
}
