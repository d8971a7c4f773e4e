import { isAncestor } from '../git/history';
import { mergeTree } from '../git/mergeTree';
import { writeCommit } from '../git/writeObjects';
import { GithubError, notFound } from '../http/GithubError';
import { presentCommit } from '../present/commit';
import { moveRef } from '../repositories/moveRef';
import { PUSH_NOT_ALLOWED, isProtected } from '../repositories/protection';
import { WEB_FLOW, signCommit, verifyCommit } from '../repositories/signature';
import { Routes } from './apiRouter';

/** Merges one branch into another without a pull request. */
export const mergeRoutes: Routes = (router, route) => {
  router.post(
    '/repos/:owner/:repo/merges',
    route(async call => {
      const { git, record } = call.writableRepository();
      const { context } = call;
      const { login, name, email } = call.requireViewer().account;
      const base = call.requiredString('base');
      const head = call.requiredString('head');
      return context.exclusively(record, async () => {
        const baseSha = await git.branchSha(base);
        if (!baseSha) throw new GithubError(404, 'Base does not exist');
        const commit = await git.resolveCommit(head);
        if (!commit) throw new GithubError(404, 'Head does not exist');
        if (isProtected(record, base)) {
          throw new GithubError(403, PUSH_NOT_ALLOWED);
        }
        if (await isAncestor(git.directory, commit.sha, baseSha)) {
          return { status: 204 };
        }
        const merged = await mergeTree(git.directory, baseSha, commit.sha);
        if (!merged.clean) throw new GithubError(409, 'Merge conflict');
        const now = context.now();
        const to = await writeCommit(
          git.directory,
          {
            tree: merged.tree,
            parents: [baseSha, commit.sha],
            author: { name, email, date: now },
            committer: { ...WEB_FLOW, date: now },
            message:
              call.optionalString('commit_message') ??
              `Merge ${head} into ${base}`,
          },
          payload => signCommit(context, payload),
        );
        const ref = `refs/heads/${base}`;
        const change = { name: ref, from: baseSha, to, by: login };
        if (!(await moveRef(context, record, change))) {
          throw new GithubError(409, 'Base branch was modified');
        }
        const made = await git.commit(to);
        if (!made) throw notFound();
        return {
          status: 201,
          body: presentCommit(context, record, made, candidate =>
            verifyCommit(context, candidate),
          ),
        };
      });
    }),
  );
};
