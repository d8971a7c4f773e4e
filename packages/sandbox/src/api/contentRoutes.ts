import { GitCommit } from '../git/parseObjects';
import { ApiCall, OpenRepository } from '../http/ApiCall';
import { GithubError, notFound } from '../http/GithubError';
import { presentContentEntry } from '../present/content';
import { Routes } from './apiRouter';
import { wrapBase64 } from './gitObjectRoutes';
import { wantsRaw } from './mediaTypes';

/** Larger files come with an empty `content`, as GitHub sends them. */
const LARGEST_INLINE = 1_000_000;

/** Files and directories. */
export const contentRoutes: Routes = (router, route) => {
  router.get(
    '/repos/:owner/:repo/readme',
    route(async call => readContent(call, 'README.md')),
  );

  router.get(
    '/repos/:owner/:repo/contents',
    route(async call => readContent(call, '')),
  );

  router.get(
    '/repos/:owner/:repo/contents/:path(.*)',
    route(async call => readContent(call, call.param('path'))),
  );
};

async function readContent(call: ApiCall, rawPath: string) {
  const opened = call.repository();
  const { git, record } = opened;
  const ref = call.query('ref') ?? record.defaultBranch;
  const path = rawPath.replace(/^\/+|\/+$/g, '');
  const commit = await git.resolveCommit(ref);
  if (!commit) throw await missingCommit(opened, ref);
  const entry = await git.entryAt(commit.tree, path);
  if (!entry) throw notFound();
  if (entry.type === 'tree') {
    return { body: await listDirectory(call, opened, { path, ref, commit }) };
  }
  const object = await git.read(entry.sha);
  const content = object?.content ?? Buffer.alloc(0);
  if (wantsRaw(call.request)) {
    const { mode } = entry;
    call.response
      .set('content-type', 'application/vnd.github.raw; charset=utf-8')
      .set('x-file-mode', mode)
      .send(content);
    return undefined;
  }
  const size = content.length;
  const facts = { ...entry, size };
  return {
    body: {
      ...presentContentEntry(call.context, record, { path, ref }, facts),
      ...(entry.mode === '120000'
        ? { target: content.toString('utf8') }
        : inlineContent(content)),
    },
  };
}

function inlineContent(content: Buffer) {
  return content.length > LARGEST_INLINE
    ? { content: '', encoding: 'none' }
    : { content: wrapBase64(content), encoding: 'base64' };
}

async function listDirectory(
  call: ApiCall,
  { git, record }: OpenRepository,
  place: { path: string; ref: string; commit: GitCommit },
) {
  const { path, ref, commit } = place;
  const entry = await git.entryAt(commit.tree, path);
  const entries = await git.listTree(entry?.sha ?? commit.tree, {
    recursive: false,
  });
  return entries.map(child => {
    const childPath = path === '' ? child.path : `${path}/${child.path}`;
    const type = child.type === 'tag' ? 'blob' : child.type;
    return presentContentEntry(
      call.context,
      record,
      { path: childPath, ref },
      { ...child, type, size: child.size ?? 0 },
    );
  });
}

async function missingCommit(
  { git }: OpenRepository,
  ref: string,
): Promise<GithubError> {
  if (await git.isEmpty()) {
    return new GithubError(404, 'This repository is empty.');
  }
  return new GithubError(404, `No commit found for the ref ${ref}`);
}
