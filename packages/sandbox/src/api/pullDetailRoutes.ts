import { GithubError, invalidRequest } from '../http/GithubError';
import { paginate } from '../http/paginate';
import { presentCommit, presentFileDiff } from '../present/commit';
import { findPull } from '../pulls/createPull';
import { mergePull } from '../pulls/mergePull';
import { pullCommits, pullFiles } from '../pulls/pullRange';
import { refreshPulls } from '../pulls/syncPulls';
import { verifyCommit } from '../repositories/signature';
import { Routes } from './apiRouter';

const PATH = '/repos/:owner/:repo/pulls/:number';

/** Files, commits and the merge of a pull request. */
export const pullDetailRoutes: Routes = (router, route) => {
  router.get(
    `${PATH}/files`,
    route(async call => {
      const { record } = call.repository();
      await refreshPulls(call.context, record);
      const pull = findPull(record, call.number('number'));
      const files = await pullFiles(call.context, record, pull);
      return paginate(call, files, file =>
        presentFileDiff(call.context, record, pull.head.sha, file),
      );
    }),
  );

  router.get(
    `${PATH}/commits`,
    route(async call => {
      const { record } = call.repository();
      await refreshPulls(call.context, record);
      const pull = findPull(record, call.number('number'));
      const commits = await pullCommits(call.context, record, pull);
      return paginate(call, commits, commit =>
        presentCommit(call.context, record, commit, candidate =>
          verifyCommit(call.context, candidate),
        ),
      );
    }),
  );

  router.get(
    `${PATH}/comments`,
    route(async call => {
      const { record } = call.repository();
      findPull(record, call.number('number'));
      return { body: [] };
    }),
  );

  router.get(
    `${PATH}/merge`,
    route(async call => {
      const { record } = call.repository();
      const { merged } = findPull(record, call.number('number'));
      if (!merged) throw new GithubError(404, 'Not Found');
      return { status: 204 };
    }),
  );

  router.put(
    `${PATH}/merge`,
    route(async call => {
      const { record, access } = call.writableRepository();
      const { context } = call;
      const viewer = call.requireViewer();
      const pull = findPull(record, call.number('number'));
      const method = call.optionalString('merge_method') ?? 'merge';
      if (method === 'rebase') {
        throw new GithubError(
          405,
          'Rebase merges are not allowed on this repository.',
        );
      }
      if (method !== 'merge' && method !== 'squash') {
        throw invalidRequest(
          `For 'properties/merge_method', "${method}" is not one of merge, squash, rebase.`,
        );
      }
      const sha = await context.exclusively(record, () =>
        mergePull(
          context,
          record,
          pull,
          { viewer, access },
          {
            method,
            sha: call.optionalString('sha'),
            title: call.optionalString('commit_title'),
            message: call.optionalString('commit_message'),
          },
        ),
      );
      const message = 'Pull Request successfully merged';
      return { body: { sha, merged: true, message } };
    }),
  );
};
