import { GitCommit } from '../git/parseObjects';
import { writeBlob } from '../git/writeBlob';
import { writeCommit, writeTree } from '../git/writeObjects';
import { ApiCall, OpenRepository } from '../http/ApiCall';
import {
  GithubError,
  invalidRequest,
  notFound,
  unprocessable,
} from '../http/GithubError';
import { presentGitCommit } from '../present/commit';
import { presentContentEntry } from '../present/content';
import { moveRef } from '../repositories/moveRef';
import { PULL_REQUEST_NEEDED, isProtected } from '../repositories/protection';
import { verifyCommit } from '../repositories/signature';
import { Routes } from './apiRouter';
import { commitPeople, decodeBase64 } from './gitObjectRoutes';

const PATH = '/repos/:owner/:repo/contents/:path(.+)';

/** Writes and deletes single files, each as one commit. */
export const contentWriteRoutes: Routes = (router, route) => {
  router.put(
    PATH,
    route(async call => {
      const opened = call.writableRepository();
      call.requiredString('message');
      const content = decodeBase64(call.requiredString('content'));
      return call.context.exclusively(opened.record, async () => {
        const target = await readTarget(call, opened);
        assertSha(call, target);
        const { directory } = opened.git;
        const mode = target.existing?.mode ?? '100644';
        const sha = await writeBlob(directory, content);
        const commit = await commitChange(call, opened, target, {
          path: target.path,
          mode,
          sha,
        });
        const { path, branch } = target;
        const file = { mode, type: 'blob' as const, sha, size: content.length };
        return {
          status: target.existing ? 200 : 201,
          body: {
            content: presentContentEntry(
              call.context,
              opened.record,
              { path, ref: branch },
              file,
            ),
            commit,
          },
        };
      });
    }),
  );

  router.delete(
    PATH,
    route(async call => {
      const opened = call.writableRepository();
      call.requiredString('message');
      return call.context.exclusively(opened.record, async () => {
        const target = await readTarget(call, opened);
        if (!target.existing) throw notFound();
        assertSha(call, target);
        const { path, existing } = target;
        const change = { path, mode: existing.mode };
        const commit = await commitChange(call, opened, target, change);
        return { body: { content: null, commit } };
      });
    }),
  );
};

interface Target {
  path: string;
  branch: string;
  head: GitCommit | undefined;
  existing: { sha: string; mode: string } | undefined;
}

async function readTarget(
  call: ApiCall,
  { git, record }: OpenRepository,
): Promise<Target> {
  const branch = call.optionalString('branch') ?? record.defaultBranch;
  const path = call.param('path');
  if (/(^|\/)(\.\.?|\.git)?(\/|$)/i.test(path)) {
    throw unprocessable('path contains a malformed path component');
  }
  if (isProtected(record, branch)) {
    throw new GithubError(409, PULL_REQUEST_NEEDED);
  }
  const sha = await git.branchSha(branch);
  if (!sha && !(await git.isEmpty())) {
    throw new GithubError(404, `Branch ${branch} not found`);
  }
  const head = sha === undefined ? undefined : await git.commit(sha);
  const existing = head && (await git.entryAt(head.tree, path));
  if (existing && existing.type !== 'blob') {
    throw unprocessable(`${path} is a directory`);
  }
  return { path, branch, head, existing };
}

/** Whoever changes a file must say which version was looked at. */
function assertSha(call: ApiCall, { path, existing }: Target): void {
  const sha = call.optionalString('sha');
  if (existing && sha === undefined) {
    throw invalidRequest(`"sha" wasn't supplied.`);
  }
  if (sha !== undefined && sha !== existing?.sha) {
    throw new GithubError(409, `${path} does not match ${sha}`);
  }
}

async function commitChange(
  call: ApiCall,
  { git, record }: OpenRepository,
  { branch, head }: Target,
  change: { path: string; mode: string; sha?: string },
) {
  const { directory } = git;
  const tree = await writeTree(directory, head?.tree, [change]);
  const { author, committer, sign } = commitPeople(call);
  const to = await writeCommit(
    directory,
    {
      tree,
      parents: head ? [head.sha] : [],
      author,
      committer,
      message: call.requiredString('message'),
    },
    sign,
  );
  const by = call.requireViewer().account.login;
  const name = `refs/heads/${branch}`;
  const moved = { name, from: head?.sha, to, by };
  if (!(await moveRef(call.context, record, moved))) {
    throw new GithubError(409, `${branch} was changed by somebody else`);
  }
  const commit = await git.commit(to);
  if (!commit) throw notFound();
  return presentGitCommit(call.context, record, commit, candidate =>
    verifyCommit(call.context, candidate),
  );
}
