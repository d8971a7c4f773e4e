import { ApiCall, OpenRepository } from '../http/ApiCall';
import { GithubError } from '../http/GithubError';
import { paginate } from '../http/paginate';
import { listRefs } from '../git/refs';
import { encodePath } from '../present/links';
import { presentCommit } from '../present/commit';
import { isProtected } from '../repositories/protection';
import { verifyCommit } from '../repositories/signature';
import { fullName } from '../state/SandboxContext';
import { Routes } from './apiRouter';

export const branchRoutes: Routes = (router, route) => {
  router.get(
    '/repos/:owner/:repo/branches',
    route(async call => {
      const opened = call.repository();
      const refs = await listRefs(opened.git.directory, 'refs/heads/');
      const branches = refs.map(({ name, sha }) => ({
        name: name.slice('refs/heads/'.length),
        sha,
      }));
      const wanted = call.query('protected');
      const shown = branches.filter(
        ({ name }) =>
          wanted === undefined ||
          isProtected(opened.record, name) === (wanted === 'true'),
      );
      return paginate(call, shown, branch => {
        const facts = branchFacts(call, opened, branch.name);
        const { sha } = branch;
        const url = `${facts.repositoryUrl}/commits/${sha}`;
        return { name: branch.name, commit: { sha, url }, ...facts.protection };
      });
    }),
  );

  router.get(
    '/repos/:owner/:repo/branches/:branch(.+)',
    route(async call => {
      const opened = call.repository();
      const { record, git } = opened;
      const name = call.param('branch');
      const sha = await git.branchSha(name);
      const commit = sha === undefined ? undefined : await git.commit(sha);
      if (!commit) throw new GithubError(404, 'Branch not found');
      const facts = branchFacts(call, opened, name);
      return {
        body: {
          name,
          commit: presentCommit(call.context, record, commit, candidate =>
            verifyCommit(call.context, candidate),
          ),
          _links: {
            self: `${facts.repositoryUrl}/branches/${encodePath(name)}`,
            html: `${call.context.url}/${fullName(record)}/tree/${encodePath(
              name,
            )}`,
          },
          ...facts.protection,
        },
      };
    }),
  );
};

function branchFacts(call: ApiCall, { record }: OpenRepository, name: string) {
  const repositoryUrl = `${call.context.apiUrl}/repos/${fullName(record)}`;
  const enabled = isProtected(record, name);
  return {
    repositoryUrl,
    protection: {
      protected: enabled,
      protection: {
        enabled,
        required_status_checks: {
          enforcement_level: 'off',
          contexts: [],
          checks: [],
        },
      },
      protection_url: `${repositoryUrl}/branches/${encodePath(
        name,
      )}/protection`,
    },
  };
}
