import { ApiCall, OpenRepository } from '../http/ApiCall';
import { validationFailed } from '../http/GithubError';
import { paginate } from '../http/paginate';
import { presentFullPull, presentPull } from '../present/pull';
import { createPull, findPull } from '../pulls/createPull';
import { findMergeability } from '../pulls/mergeability';
import { pullCommits, pullFiles } from '../pulls/pullRange';
import { reopenPull } from '../pulls/reopenPull';
import { closePull, refreshPulls } from '../pulls/syncPulls';
import { mayMergeTo } from '../repositories/protection';
import { PullRecord } from '../state/records';
import { Routes } from './apiRouter';
import { wantsDiff, wantsPatch } from './mediaTypes';
import { sendPullText } from './pullText';

/** List, open, read and change pull requests. */
export const pullRoutes: Routes = (router, route) => {
  router.get(
    '/repos/:owner/:repo/pulls',
    route(async call => {
      const { record, access } = call.repository();
      await refreshPulls(call.context, record);
      return paginate(call, selectPulls(call, record.pulls), pull =>
        presentPull(call.context, record, pull, access),
      );
    }),
  );

  router.post(
    '/repos/:owner/:repo/pulls',
    route(async call => {
      const opened = call.writableRepository();
      const { context } = call;
      const request = {
        title: call.optionalString('title'),
        body: call.optionalString('body'),
        head: call.requiredString('head'),
        base: call.requiredString('base'),
        draft: call.optionalBoolean('draft') ?? false,
      };
      const pull = await context.exclusively(opened.record, () =>
        createPull(context, opened.record, call.requireViewer(), request),
      );
      // GitHub has not tried the merge yet when it answers.
      const body = await presentOne(call, opened, pull, { merge: false });
      return { status: 201, body, headers: { location: body.url } };
    }),
  );

  router.get(
    '/repos/:owner/:repo/pulls/:number',
    route(async call => {
      const opened = call.repository();
      await refreshPulls(call.context, opened.record);
      const pull = findPull(opened.record, call.number('number'));
      if (wantsDiff(call.request) || wantsPatch(call.request)) {
        await sendPullText(call, opened, pull);
        return undefined;
      }
      return { body: await presentOne(call, opened, pull, { merge: true }) };
    }),
  );

  router.patch(
    '/repos/:owner/:repo/pulls/:number',
    route(async call => {
      const opened = call.writableRepository();
      const pull = findPull(opened.record, call.number('number'));
      await call.context.exclusively(opened.record, () =>
        changePull(call, opened, pull),
      );
      return { body: await presentOne(call, opened, pull, { merge: true }) };
    }),
  );
};

/** Filter and order of a list, with GitHub's defaults. */
function selectPulls(call: ApiCall, pulls: PullRecord[]): PullRecord[] {
  const state = call.query('state') ?? 'open';
  const base = call.query('base');
  // A head without its owner is ignored, and everything is listed.
  const [, owner, branch] =
    /^([^:]+):(.+)$/.exec(call.query('head') ?? '') ?? [];
  const sort = call.query('sort') ?? 'created';
  const fallback = sort === 'created' && !call.query('sort') ? 'desc' : 'asc';
  const direction = call.query('direction') ?? fallback;
  const key = (pull: PullRecord) =>
    sort === 'updated' ? pull.updatedAt : pull.createdAt;
  const ordered = pulls
    .filter(pull => state === 'all' || pull.state === state)
    .filter(pull => base === undefined || pull.base.ref === base)
    .filter(
      pull =>
        branch === undefined ||
        (pull.head.ref === branch &&
          owner.toLowerCase() === call.param('owner').toLowerCase()),
    )
    .sort((a, b) => key(a).localeCompare(key(b)) || a.number - b.number);
  return direction === 'asc' ? ordered : ordered.reverse();
}

async function changePull(
  call: ApiCall,
  { record, git }: OpenRepository,
  pull: PullRecord,
): Promise<void> {
  const { context } = call;
  const title = call.optionalString('title');
  const state = call.optionalString('state');
  const base = call.optionalString('base');
  const resource = 'PullRequest';
  if (title !== undefined && !title.trim()) {
    throw validationFailed({ resource, code: 'missing_field', field: 'title' });
  }
  if (state !== undefined && !['open', 'closed'].includes(state)) {
    throw validationFailed({ resource, code: 'invalid', field: 'state' });
  }
  if (base !== undefined && base !== pull.base.ref) {
    const sha = await git.branchSha(base);
    if (!sha) {
      throw validationFailed({ resource, code: 'invalid', field: 'base' });
    }
    pull.base = { ref: base, sha };
  }
  if (title !== undefined) pull.title = title;
  if ('body' in call.body) pull.body = call.optionalString('body') ?? null;
  const { login } = call.requireViewer().account;
  if (state === 'closed' && pull.state === 'open') {
    closePull(context, pull, login);
  }
  if (state === 'open' && pull.state === 'closed') {
    await reopenPull(context, record, pull);
  }
  pull.updatedAt = context.now();
}

/** A pull request with its size and, unless it is brand new, its merge state. */
export async function presentOne(
  call: ApiCall,
  { record, access }: OpenRepository,
  pull: PullRecord,
  options: { merge: boolean },
) {
  const { context } = call;
  const [files, commits, mergeability] = await Promise.all([
    pullFiles(context, record, pull),
    pullCommits(context, record, pull),
    options.merge && pull.state === 'open'
      ? findMergeability(context, record, pull)
      : undefined,
  ]);
  return presentFullPull(context, record, pull, access, {
    mergeability,
    blocked: !mayMergeTo(record, pull.base.ref, access),
    size: {
      commits: commits.length,
      additions: files.reduce((sum, file) => sum + file.additions, 0),
      deletions: files.reduce((sum, file) => sum + file.deletions, 0),
      changedFiles: files.length,
    },
  });
}
