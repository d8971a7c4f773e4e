import { diffFiles } from '../git/diffFiles';
import { countAheadBehind, findMergeBase, listCommits } from '../git/history';
import { GitCommit } from '../git/parseObjects';
import { runGit } from '../git/runGit';
import { ApiCall, OpenRepository } from '../http/ApiCall';
import { emptyRepository, notFound, unprocessable } from '../http/GithubError';
import { linkHeader, pageOf, paginate } from '../http/paginate';
import { presentCommit, presentFileDiff } from '../present/commit';
import { presentPull } from '../present/pull';
import { presentRepository } from '../present/repository';
import { verifyCommit } from '../repositories/signature';
import { fullName } from '../state/SandboxContext';
import { Routes } from './apiRouter';
import { wantsDiff, wantsSha } from './mediaTypes';

const LARGEST_COMPARISON = 250;

/** Commits, their status, and what lies between two of them. */
export const commitRoutes: Routes = (router, route) => {
  router.get(
    '/repos/:owner/:repo/commits',
    route(async call => listHistory(call, call.repository())),
  );

  router.get(
    '/repos/:owner/:repo/commits/:ref(.+)/status',
    route(async call => {
      const opened = call.repository();
      const { record, access } = opened;
      const { sha } = await requireCommit(opened, call.param('ref'));
      const url = `${call.context.apiUrl}/repos/${fullName(
        record,
      )}/commits/${sha}`;
      return {
        body: {
          state: 'pending',
          statuses: [],
          sha,
          total_count: 0,
          repository: presentRepository(call.context, record, access),
          commit_url: url,
          url: `${url}/status`,
        },
      };
    }),
  );

  router.get(
    '/repos/:owner/:repo/commits/:ref(.+)/statuses',
    route(async call => {
      await requireCommit(call.repository(), call.param('ref'));
      return { body: [] };
    }),
  );

  router.get(
    '/repos/:owner/:repo/commits/:ref(.+)/check-runs',
    route(async call => {
      await requireCommit(call.repository(), call.param('ref'));
      return { body: { total_count: 0, check_runs: [] } };
    }),
  );

  router.get(
    '/repos/:owner/:repo/commits/:ref(.+)/pulls',
    route(async call => {
      const opened = call.repository();
      const { record, access } = opened;
      const { sha } = await requireCommit(opened, call.param('ref'));
      const pulls = record.pulls.filter(
        pull => pull.head.sha === sha || pull.merged?.sha === sha,
      );
      return paginate(call, pulls, pull =>
        presentPull(call.context, record, pull, access),
      );
    }),
  );

  router.get(
    '/repos/:owner/:repo/commits/:ref(.+)',
    route(async call => readCommit(call, call.repository())),
  );

  router.get(
    '/repos/:owner/:repo/compare/:basehead(.+)',
    route(async call => compare(call, call.repository())),
  );
};

async function requireCommit(
  { git }: OpenRepository,
  ref: string,
): Promise<GitCommit> {
  const commit = await git.resolveCommit(ref);
  if (commit) return commit;
  if (await git.isEmpty()) throw emptyRepository();
  throw unprocessable(`No commit found for SHA: ${ref}`);
}

async function listHistory(call: ApiCall, opened: OpenRepository) {
  const { git, record } = opened;
  const start = call.query('sha') ?? record.defaultBranch;
  const commit = await git.resolveCommit(start);
  if (!commit) {
    if (await git.isEmpty()) throw emptyRepository();
    throw notFound();
  }
  const { page, perPage } = pageOf(call);
  const shas = await listCommits(git.directory, commit.sha, {
    path: call.query('path')?.replace(/^\/+/, ''),
    since: call.query('since'),
    until: call.query('until'),
  });
  const shown = await git.commits(
    shas.slice((page - 1) * perPage, page * perPage),
  );
  return {
    body: shown.map(one => presentOne(call, opened, one)),
    headers: linkHeader(call, shas.length),
  };
}

async function readCommit(call: ApiCall, opened: OpenRepository) {
  const { git, record } = opened;
  const commit = await requireCommit(opened, call.param('ref'));
  if (wantsSha(call.request)) {
    call.response.type('text/plain').send(commit.sha);
    return undefined;
  }
  if (wantsDiff(call.request)) {
    await sendDiff(call, opened, commit.parents[0], commit.sha);
    return undefined;
  }
  const files = await diffFiles(git.directory, commit.parents[0], commit.sha);
  const additions = files.reduce((sum, file) => sum + file.additions, 0);
  const deletions = files.reduce((sum, file) => sum + file.deletions, 0);
  return {
    body: {
      ...presentOne(call, opened, commit),
      stats: { total: additions + deletions, additions, deletions },
      files: files.map(file =>
        presentFileDiff(call.context, record, commit.sha, file),
      ),
    },
  };
}

async function compare(call: ApiCall, opened: OpenRepository) {
  const { git, record } = opened;
  const [baseName, headName] = call.param('basehead').split('...');
  const withoutOwner = (name: string) => name.replace(/^[^:]*:/, '');
  const base = await git.resolveCommit(withoutOwner(baseName));
  const head = await git.resolveCommit(withoutOwner(headName ?? ''));
  if (!base || !head) throw notFound();
  const { directory } = git;
  const mergeBaseSha = await findMergeBase(directory, base.sha, head.sha);
  const mergeBase = mergeBaseSha && (await git.commit(mergeBaseSha));
  if (!mergeBase) throw notFound();
  if (wantsDiff(call.request)) {
    await sendDiff(call, opened, mergeBase.sha, head.sha);
    return undefined;
  }
  const { ahead, behind } = await countAheadBehind(
    directory,
    base.sha,
    head.sha,
  );
  const shas = await listCommits(directory, head.sha, {
    notIn: base.sha,
    reverse: true,
    limit: LARGEST_COMPARISON,
  });
  const files = await diffFiles(directory, mergeBase.sha, head.sha);
  const { url, apiUrl } = call.context;
  const path = `${fullName(record)}/compare/${baseName}...${headName}`;
  const html = `${url}/${path}`;
  return {
    body: {
      url: `${apiUrl}/repos/${path}`,
      html_url: html,
      permalink_url: `${url}/${fullName(record)}/compare/${base.sha}...${
        head.sha
      }`,
      diff_url: `${html}.diff`,
      patch_url: `${html}.patch`,
      base_commit: presentOne(call, opened, base),
      merge_base_commit: presentOne(call, opened, mergeBase),
      status: comparisonStatus(ahead, behind),
      ahead_by: ahead,
      behind_by: behind,
      total_commits: ahead,
      commits: (await git.commits(shas)).map(one =>
        presentOne(call, opened, one),
      ),
      files: files.map(file =>
        presentFileDiff(call.context, record, head.sha, file),
      ),
    },
  };
}

function comparisonStatus(ahead: number, behind: number): string {
  if (ahead > 0 && behind > 0) return 'diverged';
  if (ahead > 0) return 'ahead';
  return behind > 0 ? 'behind' : 'identical';
}

async function sendDiff(
  call: ApiCall,
  { git }: OpenRepository,
  from: string | undefined,
  to: string,
): Promise<void> {
  const range = from === undefined ? ['--root', to] : [from, to];
  const { stdout } = await runGit(['diff-tree', '-p', '-r', '-M', ...range], {
    cwd: git.directory,
  });
  call.response.type('text/plain; charset=utf-8').send(stdout);
}

function presentOne(
  call: ApiCall,
  { record }: OpenRepository,
  commit: GitCommit,
) {
  return presentCommit(call.context, record, commit, candidate =>
    verifyCommit(call.context, candidate),
  );
}
